import type { FormIndex } from './form-index.ts'
import { conceptIn, FormFlag } from './form-store.ts'
import { Edge } from './form-trie.ts'
import { FirstForm, TokenSlot } from './token-table.ts'

/** What an index is asked to vouch for. */
interface Checked {
  readonly index: FormIndex
  readonly forms: Int32Array
  readonly ordinals: Int32Array
  readonly conceptPacks: Int32Array
  readonly conceptCategories: Int32Array
  readonly conceptOffsets: Uint32Array
  readonly conceptSlots: Int32Array
  readonly packs: number
  readonly categories: number
  readonly bytesOfConcepts: number
}

/**
 * Whether every number of an index leads somewhere. A checksum tells damage; a file that was made to have the right one
 * must not freeze or break what reads it either: hash tables need a free slot, and nothing may point out of its table.
 */
export function isSound(checked: Checked): boolean {
  const { tokens, trie } = checked.index
  const { forms } = checked
  const concepts = checked.conceptOffsets.length - 1
  return (
    concepts >= 0 &&
    forms.length >= 1 &&
    isPower(tokens.seen.length) &&
    isTable(tokens.slots, TokenSlot.Size, TokenSlot.Number) &&
    isBetween(tokens.slots, TokenSlot.Size, TokenSlot.Number, 0, tokens.slots.length) &&
    isBetween(tokens.slots, TokenSlot.Size, TokenSlot.Forms, FirstForm.BeginsNothing, forms.length) &&
    isTable(trie.edges, Edge.Size, Edge.To) &&
    isBetween(trie.edges, Edge.Size, Edge.Token, 0, tokens.slots.length) &&
    isBetween(trie.edges, Edge.Size, Edge.Forms, 0, forms.length) &&
    (forms.length === 1 || (forms[forms.length - 1]! & FormFlag.Last) !== 0) &&
    forms.every((entry, form) => form === 0 || (conceptIn(entry) >= 0 && conceptIn(entry) < concepts)) &&
    checked.ordinals.length === forms.length &&
    isTable(checked.conceptSlots, 1, 0) &&
    isBetween(checked.conceptSlots, 1, 0, 0, concepts + 1) &&
    checked.conceptPacks.length === concepts &&
    checked.conceptCategories.length === concepts &&
    isBetween(checked.conceptPacks, 1, 0, 0, checked.packs) &&
    isBetween(checked.conceptCategories, 1, 0, 0, checked.categories) &&
    isRising(checked.conceptOffsets, checked.bytesOfConcepts)
  )
}

const isPower = (length: number): boolean => length > 0 && (length & (length - 1)) === 0

/** An open hash table: a power of two of slots, and a free one, at which a search ends. `key` is 0 in a free slot. */
function isTable(table: Int32Array, slot: number, key: number): boolean {
  if (table.length % slot !== 0 || !isPower(table.length / slot)) return false
  for (let place = key; place < table.length; place += slot) if (table[place] === 0) return true
  return false
}

/** Whether in each slot of so many numbers the one at `column` is not below `least` and below `end`. */
function isBetween(table: Int32Array, slot: number, column: number, least: number, end: number): boolean {
  for (let place = column; place < table.length; place += slot) {
    if (table[place]! < least || table[place]! >= end) return false
  }
  return true
}

/** Beginnings of stretches one after another, from 0 to `end`. */
function isRising(values: Uint32Array, end: number): boolean {
  for (let index = 1; index < values.length; index++) if (values[index]! < values[index - 1]!) return false
  return values[0] === 0 && values[values.length - 1] === end
}
