import { encodeAll } from '../text/encode-all.ts'
import { checksum } from './checksum.ts'
import { keyed, type LexiconPack, lexiconOf, storeOf } from './compile-lexicon.ts'
import type { Concept, Lexicon, PackSource } from './concept.ts'
import { conceptOf, readRecord, recordOf } from './concept-record.ts'
import { conceptIn, FormFlag, type FormStore } from './form-store.ts'
import { isSound } from './index-soundness.ts'
import { LazyForm, lazyConcepts } from './lazy-concepts.ts'
import { switchedOff, withoutForms } from './switched-off.ts'
import { hashOf } from './tokens.ts'

/**
 * Packs compiled into one stretch of bytes that is loaded by looking at it: a head, then what the index says of itself,
 * typed arrays, and the concepts as JSON. Little-endian; every part begins at a multiple of eight.
 *
 *     "STROMALX"  version u32  number of parts u32  checksum u32  0 u32   then per part: offset u32, length in bytes u32
 */
const MAGIC = 'STROMALX'
const VERSION = 3
const HEAD = 24
const DAMAGED = 'is damaged; build it again'

/** The parts in their order. */
const PARTS = [
  'about',
  'seen',
  'slots',
  'edges',
  'forms',
  'ordinals',
  'conceptPacks',
  'conceptCategories',
  'conceptOffsets',
  'conceptSlots',
  'concepts',
] as const
type Part = (typeof PARTS)[number]

/** A file that an index was built from: how it is called seen from the index, and what tells whether it has changed. */
export interface IndexedFile {
  readonly path: string
  readonly size: number
  readonly checksum: number
}

/** What an index says of itself. Packs and categories have the numbers of their places. */
export interface IndexContents {
  readonly packs: readonly PackSource[]
  readonly files: readonly IndexedFile[]
  readonly categories: readonly string[]
  readonly concepts: number
  readonly forms: number
}

/** An index that can be used. Surface forms are counted for each concept that has them. */
export interface LoadedIndex {
  readonly lexicon: Lexicon
  readonly contents: IndexContents
  /** Surface forms in use. */
  readonly forms: number
}

/** Whether the concepts of one category of a pack are in use. */
export type IsOn = (pack: PackSource, category: string) => boolean

/** Compiles packs into the bytes of an index; `files` are those that the packs were read from. */
export function writeIndex(packs: readonly LexiconPack[], files: readonly IndexedFile[] = []): Uint8Array {
  const concepts = keyed(packs)
  const categories = [...new Set(concepts.map(({ concept }) => concept.category))]
  const numbers = new Map(categories.map((category, number) => [category, number]))
  const { store, ordinals, count } = storeOf(concepts.map(({ concept }) => concept))
  const { index, forms } = store
  const records = encodeAll(concepts.length, number => {
    const { concept, pack } = concepts[number]!
    return JSON.stringify(recordOf(concept, pack))
  })
  const contents: IndexContents = {
    packs: packs.map(({ source }) => source),
    files,
    categories,
    concepts: concepts.length,
    forms: count,
  }
  const parts: Record<Part, ArrayBufferView> = {
    about: new TextEncoder().encode(JSON.stringify(contents)),
    ...index.tokens,
    ...index.trie,
    forms,
    ordinals,
    conceptPacks: Int32Array.from(concepts, ({ pack }) => pack),
    conceptCategories: Int32Array.from(concepts, ({ concept }) => numbers.get(concept.category)!),
    conceptOffsets: records.offsets,
    conceptSlots: slotsOf(concepts.map(({ key }) => key)),
    concepts: records.bytes,
  }
  return joined(PARTS.map(name => parts[name]))
}

/**
 * The lexicon that an index holds, or why it cannot be used, said for the author. `bytes` must stay as they are.
 * With `isOn`, concepts that are switched off are as if they were not there.
 */
export function loadIndex(bytes: Uint8Array, isOn?: IsOn): LoadedIndex | { readonly failure: string } {
  const failure = checked(bytes)
  if (failure !== undefined) return { failure }
  const parts = partsOf(bytes)
  const decoder = new TextDecoder()
  const contents = contentsOf(decoder.decode(parts.about))
  if (!contents) return { failure: DAMAGED }
  const { packs, categories } = contents
  const words = (name: Part) => new Int32Array(parts[name].buffer, parts[name].byteOffset, parts[name].byteLength >> 2)
  const unsigned = (name: Part) =>
    new Uint32Array(parts[name].buffer, parts[name].byteOffset, parts[name].byteLength >> 2)
  const [offsets, conceptSlots, ordinals] = [unsigned('conceptOffsets'), words('conceptSlots'), words('ordinals')]
  const [conceptPacks, conceptCategories] = [words('conceptPacks'), words('conceptCategories')]
  const index = { tokens: { seen: unsigned('seen'), slots: words('slots') }, trie: { edges: words('edges') } }
  const all = words('forms')
  const rest = { ordinals, conceptPacks, conceptCategories, conceptOffsets: offsets, conceptSlots }
  const counts = { packs: packs.length, categories: categories.length, bytesOfConcepts: parts.concepts.length }
  if (!isSound({ index, forms: all, ...rest, ...counts })) return { failure: DAMAGED }

  const decode = (number: number): Concept => {
    const record = decoder.decode(parts.concepts.subarray(offsets[number], offsets[number + 1]))
    return readRecord(record, packs) ?? conceptOf([conceptPacks[number]!, {}, []], packs)
  }
  const off = isOn && switchedOff(conceptPacks, conceptCategories, packs, categories, isOn)
  const isKept = (number: number) => off === undefined || off[number] === 0
  const find = (id: string, has: (number: number) => boolean) => slotOf(conceptSlots, id, has)
  const concepts = lazyConcepts(offsets.length - 1, decode, find, packs, isKept)
  const forms = off ? withoutForms(all, concept => off[concept] !== 0) : all
  const store: FormStore = {
    index,
    forms,
    conceptAt: concepts.at,
    formAt: form => new LazyForm(concepts.at(conceptIn(forms[form]!)), ordinals[form]!),
  }
  return { lexicon: lexiconOf(store, packs, concepts.byId), contents, forms: off ? inUse(forms) : contents.forms }
}

/** How many different forms are in use. */
const inUse = (forms: Int32Array): number =>
  forms.reduce((sum, entry, form) => (form === 0 || (entry & (FormFlag.Off | FormFlag.Again)) !== 0 ? sum : sum + 1), 0)

/** What an index says of itself, when that is of the kind it should be. */
function contentsOf(text: string): IndexContents | undefined {
  const isText = (value: unknown) => typeof value === 'string'
  try {
    const contents = JSON.parse(text) as IndexContents
    const isPack = ({ id, title, version, licence, citation }: PackSource) =>
      [id, title, version, licence, citation].every(isText)
    const isFile = ({ path, size, checksum }: IndexedFile) => isText(path) && size >= 0 && checksum >= 0
    const { packs, files, categories } = contents
    return packs.every(isPack) && files.every(isFile) && categories.every(isText) ? contents : undefined
  } catch {
    return undefined
  }
}

function joined(parts: readonly ArrayBufferView[]): Uint8Array {
  const aligned = (length: number) => (length + 7) & ~7
  const start = aligned(HEAD + parts.length * 8)
  const length = parts.reduce((sum, part) => sum + aligned(part.byteLength), start)
  const bytes = new Uint8Array(length)
  const head = new DataView(bytes.buffer)
  for (let index = 0; index < MAGIC.length; index++) bytes[index] = MAGIC.charCodeAt(index)
  head.setUint32(8, VERSION, true)
  head.setUint32(12, parts.length, true)
  let offset = start
  parts.forEach((part, index) => {
    head.setUint32(HEAD + index * 8, offset, true)
    head.setUint32(HEAD + index * 8 + 4, part.byteLength, true)
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset)
    offset += aligned(part.byteLength)
  })
  head.setUint32(16, checksum(bytes, 4), true)
  return bytes
}

/** Whether bytes begin as an index does. */
export const looksLikeIndex = (bytes: Uint8Array): boolean =>
  bytes.length >= MAGIC.length && String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC

/** What is wrong with the bytes of an index. */
function checked(bytes: Uint8Array): string | undefined {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD || !looksLikeIndex(bytes)) return 'is not a lexicon index'
  const version = head.getUint32(8, true)
  if (version > VERSION)
    return `is an index of version ${version}, made by a newer Stroma; this one reads version ${VERSION}: update Stroma, or build it again with this one`
  if (version < VERSION)
    return `is an index of version ${version}, made by an older Stroma; this one reads version ${VERSION}: build it again`
  if (head.getUint32(12, true) !== PARTS.length) return DAMAGED
  const last = HEAD + (PARTS.length - 1) * 8
  if (bytes.length < last + 8) return 'is cut short; build it again'
  const end = head.getUint32(last, true) + head.getUint32(last + 4, true)
  if (end > bytes.length) return `is cut short: ${bytes.length} of ${end} bytes are there; build it again`
  for (let index = 0; index < PARTS.length; index++) {
    const offset = head.getUint32(HEAD + index * 8, true)
    if (offset % 8 !== 0 || offset + head.getUint32(HEAD + index * 8 + 4, true) > bytes.length) return DAMAGED
  }
  if (bytes.byteOffset % 8 !== 0) return 'does not lie in memory as it should'
  if (checksum(bytes, 4) !== head.getUint32(16, true)) return DAMAGED
  return undefined
}

function partsOf(bytes: Uint8Array): Record<Part, Uint8Array> {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = PARTS.map((name, index) => {
    const offset = head.getUint32(HEAD + index * 8, true)
    return [name, bytes.subarray(offset, offset + head.getUint32(HEAD + index * 8 + 4, true))]
  })
  return Object.fromEntries(parts)
}

/** An open hash of concept ids: one more than the concept's number, or 0. */
function slotsOf(ids: readonly string[]): Int32Array {
  let capacity = 4
  while (capacity < ids.length * 2) capacity *= 2
  const slots = new Int32Array(capacity)
  ids.forEach((id, number) => {
    let slot = hashOf(id)[0] & (capacity - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[slot] = number + 1
  })
  return slots
}

/** The number of the concept of that id; `has` tells whether a number is it. */
function slotOf(slots: Int32Array, id: string, has: (number: number) => boolean): number | undefined {
  let slot = hashOf(id)[0] & (slots.length - 1)
  while (slots[slot] !== 0) {
    if (has(slots[slot]! - 1)) return slots[slot]! - 1
    slot = (slot + 1) & (slots.length - 1)
  }
  return undefined
}
