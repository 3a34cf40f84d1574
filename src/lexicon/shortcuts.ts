import { memoByObject } from '../text/memo.ts'
import type { FormIndex } from './form-index.ts'
import { Edge } from './form-trie.ts'
import { FirstForm, powerOfTwo, TokenSlot } from './token-table.ts'

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
const LARGE = 1 << 20
const ALL = -1

/** The bit of a token among those that may go on, by the beginning of its second hash. */
export const nextBit = (other: number): number => 1 << (other >>> 27)

export const shortcutsOf: (index: FormIndex) => Shortcuts = memoByObject((index: FormIndex) => {
  if (index.tokens.slots.length > LARGE) return { pairs: Int32Array.of(ALL), nexts: Int32Array.of(ALL) }
  const nexts = nextsOf(index)
  return { pairs: pairsOf(index, nexts), nexts }
})

function nextsOf({ tokens: { slots }, trie: { edges } }: FormIndex): Int32Array {
  // by number of a token the bits of all its spellings
  const bits = new Int32Array(slots.length)
  for (let slot = 0; slot < slots.length; slot += TokenSlot.Size) {
    bits[slots[slot + TokenSlot.Number]!]! |= nextBit(slots[slot + TokenSlot.Other]!)
  }
  const nexts = new Int32Array(powerOfTwo(slots.length / TokenSlot.Size + edges.length / Edge.Size))
  for (let edge = 0; edge < edges.length; edge += Edge.Size) {
    const from = edges[edge + Edge.From]! & (nexts.length - 1)
    if (edges[edge + Edge.To] !== 0) nexts[from]! |= bits[edges[edge + Edge.Token]!]!
  }
  return nexts
}

function pairsOf({ tokens: { slots } }: FormIndex, nexts: Int32Array): Int32Array {
  const begins = (slot: number) =>
    slots[slot + TokenSlot.Number] !== 0 && slots[slot + TokenSlot.Forms] !== FirstForm.BeginsNothing
  let count = 0
  for (let slot = 0; slot < slots.length; slot += TokenSlot.Size) if (begins(slot)) count++
  const pairs = new Int32Array(powerOfTwo(count * PLACES_A_TOKEN))
  for (let slot = 0; slot < slots.length; slot += TokenSlot.Size) {
    if (!begins(slot)) continue
    const form = slots[slot + TokenSlot.Forms]!
    const number = slots[slot + TokenSlot.Number]!
    pairs[slots[slot + TokenSlot.Other]! & (pairs.length - 1)]! |= form > 0 ? ALL : nexts[number & (nexts.length - 1)]!
  }
  return pairs
}
