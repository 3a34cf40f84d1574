import { memoByObject } from '../text/memo.ts'
import type { FormIndex } from './form-index.ts'
import { powerOfTwo } from './token-table.ts'

/** What spares matching most of its look-ups. Not kept in an index, since it is made of one faster than it is read. */
export interface Shortcuts {
  /**
   * By the end of the second hash of a token with which a form begins: a bit for each token that goes on from there, and all
   * bits when it is a form by itself. Most of the words of a text end here.
   */
  readonly pairs: Int32Array
  /** By the end of the number of a node: a bit for each token that goes on from there. */
  readonly nexts: Int32Array
}

/** So many places for each token that begins a form. */
const PLACES_A_TOKEN = 16
/** To look through a table larger than this takes longer than it spares in a few manuscripts. */
const LARGE = 1 << 18
const ALL = -1

/** The bit of a token among those that may go on, by the beginning of its second hash. */
export const nextBit = (other: number): number => 1 << (other >>> 27)

export const shortcutsOf: (index: FormIndex) => Shortcuts = memoByObject((index: FormIndex) => {
  if (index.tokens.numbers.length > LARGE) return { pairs: Int32Array.of(ALL), nexts: Int32Array.of(ALL) }
  const nexts = nextsOf(index)
  return { pairs: pairsOf(index, nexts), nexts }
})

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

function pairsOf({ tokens: { numbers, others }, trie }: FormIndex, nexts: Int32Array): Int32Array {
  const { roots, firstForms } = trie
  const pairs = new Int32Array(powerOfTwo(roots.length * PLACES_A_TOKEN))
  for (let slot = 0; slot < numbers.length; slot++) {
    const node = roots[numbers[slot]!]!
    if (node === 0) continue
    const isForm = firstForms[node]! < firstForms[node + 1]!
    pairs[others[slot]! & (pairs.length - 1)]! |= isForm ? ALL : nexts[node]!
  }
  return pairs
}
