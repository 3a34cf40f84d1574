import { memoByObject } from '../text/memo.ts'
import type { FormIndex } from './form-index.ts'
import { powerOfTwo } from './token-table.ts'

/** So many bits for each token that begins a form: of the others one in sixteen looks like one. */
const BITS_A_TOKEN = 16
/** To look through a table larger than this takes longer than it spares in a few manuscripts. */
const LARGE = 1 << 18

/**
 * A bit for each token that begins a form, at the end of its second hash, as `seen` has one for each token at all: most of
 * the words of a text begin none, also of those that stand inside forms.
 */
export const firstTokens: (index: FormIndex) => Uint32Array = memoByObject(({ tokens, trie }: FormIndex) => {
  const { numbers, others, seen } = tokens
  if (numbers.length > LARGE) return seen
  const begins = (slot: number) => trie.roots[numbers[slot]!] !== 0
  let count = 0
  for (let slot = 0; slot < numbers.length; slot++) if (begins(slot)) count++
  const bits = new Uint32Array(Math.max(1, powerOfTwo(count * BITS_A_TOKEN) >>> 5))
  const mask = bits.length * 32 - 1
  for (let slot = 0; slot < numbers.length; slot++) {
    if (!begins(slot)) continue
    const bit = others[slot]! & mask
    bits[bit >>> 5]! |= 1 << (bit & 31)
  }
  return bits
})
