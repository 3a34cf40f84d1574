import { memoByObject } from '../text/memo.ts'
import type { FormIndex } from './form-index.ts'
import { powerOfTwo } from './token-table.ts'

/** What spares matching most of its look-ups. Not kept in an index, since it is made of one faster than it is read. */
export interface Shortcuts {
  /** A bit for each token that begins a form, at the end of its second hash, as `seen` has one for each token at all. */
  readonly firsts: Uint32Array
  /** By the end of the number of a node: a bit for each token that goes on from there, at the beginning of its second hash. */
  readonly nexts: Int32Array
}

/** So many bits for each token that begins a form: of the others one in sixteen looks like one. */
const BITS_A_TOKEN = 16
/** To look through a table larger than this takes longer than it spares in a few manuscripts. */
const LARGE = 1 << 18

/** The bit of a token among those of a node. */
export const nextBit = (other: number): number => 1 << (other >>> 27)

export const shortcutsOf: (index: FormIndex) => Shortcuts = memoByObject((index: FormIndex) =>
  index.tokens.numbers.length > LARGE
    ? { firsts: index.tokens.seen, nexts: Int32Array.of(-1) }
    : { firsts: firstsOf(index), nexts: nextsOf(index) },
)

function firstsOf({ tokens: { numbers, others }, trie: { roots } }: FormIndex): Uint32Array {
  const begins = (slot: number) => roots[numbers[slot]!] !== 0
  let count = 0
  for (let slot = 0; slot < numbers.length; slot++) if (begins(slot)) count++
  const bits = new Uint32Array(powerOfTwo(count * BITS_A_TOKEN + 32) >>> 5)
  const mask = bits.length * 32 - 1
  for (let slot = 0; slot < numbers.length; slot++) {
    if (!begins(slot)) continue
    const bit = others[slot]! & mask
    bits[bit >>> 5]! |= 1 << (bit & 31)
  }
  return bits
}

function nextsOf({ tokens: { numbers, others }, trie }: FormIndex): Int32Array {
  const { roots, firstForms, edgeNodes, edgeTokens, edgeTargets } = trie
  // by number of a token the bits of all its spellings
  const bits = new Int32Array(roots.length)
  for (let slot = 0; slot < numbers.length; slot++) bits[numbers[slot]!]! |= nextBit(others[slot]!)
  const nexts = new Int32Array(powerOfTwo(firstForms.length))
  for (let slot = 0; slot < edgeTargets.length; slot++) {
    if (edgeTargets[slot] !== 0) nexts[edgeNodes[slot]!]! |= bits[edgeTokens[slot]!]!
  }
  return nexts
}
