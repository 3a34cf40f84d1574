import type { FormStore } from './candidates.ts'

/** What an index is asked to vouch for, besides what matching needs. */
interface Checked {
  readonly store: Pick<FormStore, 'index' | 'formConcepts' | 'formFlags'>
  readonly formOrdinals: Int32Array
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
export function isSound(index: Checked): boolean {
  const { tokens, trie } = index.store.index
  const { formConcepts, formFlags } = index.store
  const concepts = index.conceptOffsets.length - 1
  const nodes = trie.firstForms.length - 1
  return (
    concepts >= 0 &&
    nodes >= 1 &&
    isPower(tokens.seen.length) &&
    isTable(tokens.numbers, tokens.hashes, tokens.others) &&
    isTable(trie.edgeTargets, trie.edgeNodes, trie.edgeTokens) &&
    isTable(index.conceptSlots) &&
    isBelow(tokens.numbers, trie.roots.length) &&
    isBelow(trie.roots, nodes) &&
    isBelow(trie.edgeTargets, nodes) &&
    isRising(trie.firstForms, trie.forms.length) &&
    isBelow(trie.forms, formConcepts.length) &&
    isBelow(formConcepts, concepts) &&
    formFlags.length === formConcepts.length &&
    index.formOrdinals.length === formConcepts.length &&
    isBelow(index.conceptSlots, concepts + 1) &&
    index.conceptPacks.length === concepts &&
    index.conceptCategories.length === concepts &&
    isBelow(index.conceptPacks, index.packs) &&
    isBelow(index.conceptCategories, index.categories) &&
    isRising(index.conceptOffsets, index.bytesOfConcepts)
  )
}

type Numbers = Int32Array | Uint32Array

const isPower = (length: number): boolean => length > 0 && (length & (length - 1)) === 0

/** Open hash tables: of one length, a power of two, and with a free slot at which a search ends. */
const isTable = (values: Numbers, ...beside: readonly Numbers[]): boolean =>
  isPower(values.length) && beside.every(({ length }) => length === values.length) && values.includes(0)

function isBelow(values: Int32Array, end: number): boolean {
  for (let index = 0; index < values.length; index++) if (values[index]! < 0 || values[index]! >= end) return false
  return true
}

/** Beginnings of stretches one after another, from 0 to `end`. */
function isRising(values: Numbers, end: number): boolean {
  for (let index = 1; index < values.length; index++) if (values[index]! < values[index - 1]!) return false
  return values[0] === 0 && values[values.length - 1] === end
}
