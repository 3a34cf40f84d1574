import { doubled } from '../../text/doubled.ts'
import type { Steps } from '../../text/steps.ts'
import type { Reference } from '../reference.ts'
import { FIELDS, type WordVisitor, wordReader } from './reference-words.ts'
import { visitWithoutDigraphs } from './tokens.ts'
import { makeVocabulary, type WordList } from './vocabulary.ts'

/** For each word the references that have it. */
export interface ReferenceIndex {
  readonly words: WordList
  /** For each word where its postings begin; one more at the end. */
  readonly starts: Int32Array
  /** Number of reference times four plus the field, in the order of the references. */
  readonly postings: Int32Array
}

/** How many references are indexed in one step. */
const STEP = 1024

/** Indexes references by their words. */
export function* indexReferences(references: readonly Reference[]): Steps<ReferenceIndex> {
  const vocabulary = makeVocabulary()
  let found = new Int32Array(Math.max(1024, references.length * 32))
  let wordOf = new Int32Array(found.length)
  /** For each word the number of the last reference that has it, and of the other form of it, or itself; both plus one. */
  let seen = new Int32Array(1 << 13)
  let count = 0
  let reference = 0

  const addWord: WordVisitor = (letters, length, hash, field) => {
    const word = vocabulary.add(letters, length, hash)
    if (word * 2 >= seen.length) seen = doubled(seen)
    note(word, field)
    if (field !== FIELDS.author) return
    const other = seen[word * 2 + 1]! - 1
    if (other < 0) addOtherForm(word, letters, length)
    else if (other !== word) note(other, field)
  }
  const note = (word: number, field: number): void => {
    if (seen[word * 2] === reference + 1) return
    seen[word * 2] = reference + 1
    if (count === found.length) {
      found = doubled(found)
      wordOf = doubled(wordOf)
    }
    found[count] = reference * 4 + field
    wordOf[count++] = word
  }
  /** The first time that a word is a name: finds the other form of it, which is noted with it from now on. */
  const addOtherForm = (name: number, letters: Uint16Array, length: number): void => {
    seen[name * 2 + 1] = name + 1
    visitWithoutDigraphs(letters, length, (shorter, count, hash) => {
      const other = vocabulary.add(shorter, count, hash)
      if (other * 2 >= seen.length) seen = doubled(seen)
      seen[name * 2 + 1] = other + 1
      note(other, FIELDS.author)
    })
  }

  const read = wordReader(addWord)
  for (; reference < references.length; reference++) {
    read(references[reference]!)
    if (reference % STEP === STEP - 1) yield reference / references.length
  }
  return { words: vocabulary.finish(), ...sortByWord(found, wordOf, count, vocabulary.size) }
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
