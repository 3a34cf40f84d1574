import { creatorsOf, familyName, plainTitle, yearOf } from '../describe.ts'
import type { Reference, SearchText } from '../reference.ts'
import { variantsOf, visitTokens } from './tokens.ts'
import { makeVocabulary, type WordList } from './vocabulary.ts'

/** Where in a reference a word stands; the smaller, the more it counts. */
export const FIELDS = { key: 0, author: 1, title: 2, other: 3 } as const

/** For each word the references that have it. */
export interface ReferenceIndex {
  readonly words: WordList
  /** For each word where its postings begin; one more at the end. */
  readonly starts: Int32Array
  /** Number of reference times four plus the field, in the order of the references. */
  readonly postings: Int32Array
}

export function indexReferences(references: readonly Reference[]): ReferenceIndex {
  const vocabulary = makeVocabulary()
  let found = new Int32Array(Math.max(1024, references.length * 24))
  let wordOf = new Int32Array(found.length)
  let lastSeen = new Int32Array(1 << 12)
  let count = 0
  let reference = 0
  let field: number = FIELDS.key

  const visit = (letters: Uint16Array, length: number, hash: number): void => {
    const word = vocabulary.add(letters, length, hash)
    if (word >= lastSeen.length) lastSeen = doubled(lastSeen)
    if (lastSeen[word] === reference + 1) return
    lastSeen[word] = reference + 1
    if (count === found.length) {
      found = doubled(found)
      wordOf = doubled(wordOf)
    }
    found[count] = reference * 4 + field
    wordOf[count++] = word
  }

  for (; reference < references.length; reference++) {
    const { citekey } = references[reference]!
    const { authors, title, container, date, isLatex } = searchTextOf(references[reference]!)
    field = FIELDS.key
    visitTokens(citekey, false, visit)
    field = FIELDS.author
    visitTokens(authors, isLatex, visit)
    const variants = variantsOf(authors, isLatex)
    if (variants) visitTokens(variants, isLatex, visit)
    field = FIELDS.title
    visitTokens(title, isLatex, visit)
    field = FIELDS.other
    visitTokens(date, isLatex, visit)
    visitTokens(container, isLatex, visit)
  }
  return { words: vocabulary.finish(), ...sortByWord(found, wordOf, count, vocabulary.size) }
}

function searchTextOf(reference: Reference): SearchText {
  if (reference.searchText) return reference.searchText
  const { item } = reference
  const authors = creatorsOf(item).map(name => `${familyName(name)} ${name.family ? (name.given ?? '') : ''}`)
  const container = typeof item['container-title'] === 'string' ? item['container-title'] : ''
  return { authors: authors.join(' '), title: plainTitle(item), container, date: yearOf(item), isLatex: false }
}

/** Puts the postings of each word together; within a word they stay in order. */
function sortByWord(
  found: Int32Array,
  wordOf: Int32Array,
  count: number,
  words: number,
): { starts: Int32Array; postings: Int32Array } {
  const starts = new Int32Array(words + 1)
  for (let index = 0; index < count; index++) starts[wordOf[index]! + 1]!++
  for (let word = 1; word <= words; word++) starts[word]! += starts[word - 1]!
  const next = starts.slice()
  const postings = new Int32Array(count)
  for (let index = 0; index < count; index++) postings[next[wordOf[index]!]!++] = found[index]!
  return { starts, postings }
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
