import { doubled } from '../../text/doubled.ts'
import type { Steps } from '../../text/steps.ts'
import { creatorsOf, familyName, plainTitle, yearOf } from '../describe.ts'
import type { Reference, SearchField, SearchTextVisitor } from '../reference.ts'
import { hashWith, type TokenVisitor, visitTokens, withoutDigraphs } from './tokens.ts'
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

/** How many references are indexed in one step. */
const STEP = 1024

/** Indexes references by their words. */
export function* indexReferences(references: readonly Reference[]): Steps<ReferenceIndex> {
  const vocabulary = makeVocabulary()
  let found = new Int32Array(Math.max(1024, references.length * 32))
  let wordOf = new Int32Array(found.length)
  /** For each word the number of the last reference that has it, plus one, and {@link otherForm} of it, plus one. */
  let seen = new Int32Array(1 << 13)
  let count = 0
  let reference = 0
  let field: number = FIELDS.key

  const addWord: TokenVisitor = (letters, length, hash) => {
    const word = vocabulary.add(letters, length, hash)
    if (word * 2 >= seen.length) seen = doubled(seen)
    note(word)
    if (field !== FIELDS.author) return
    const other = seen[word * 2 + 1]! - 1
    if (other < 0) addOtherForm(word, letters, length)
    else if (other !== word) note(other)
  }
  const note = (word: number): void => {
    if (seen[word * 2] === reference + 1) return
    seen[word * 2] = reference + 1
    if (count === found.length) {
      found = doubled(found)
      wordOf = doubled(wordOf)
    }
    found[count] = reference * 4 + field
    wordOf[count++] = word
  }
  /** The first time that a word is a name: finds the other form of it, by which it is noted too from now on; itself if it has none. */
  const addOtherForm = (word: number, letters: Uint16Array, length: number): void => {
    const other = withoutDigraphs(letters, length)
    seen[word * 2 + 1] = word + 1
    if (other === undefined) return
    addWord(other, other.length, other.reduce(hashWith, 0))
    // What it adds may have moved `seen`.
    seen[word * 2 + 1] = vocabulary.add(other, other.length, other.reduce(hashWith, 0)) + 1
  }

  const addText: SearchTextVisitor = (name, text, start, end, isLatex) => {
    field = name === 'author' ? FIELDS.author : name === 'title' ? FIELDS.title : FIELDS.other
    visitTokens(text, start, end, isLatex, field === FIELDS.author, addWord)
  }

  for (; reference < references.length; reference++) {
    const one = references[reference]!
    field = FIELDS.key
    visitTokens(one.citekey, 0, one.citekey.length, false, false, addWord)
    if (one.searchTexts) one.searchTexts(addText)
    else visitItem(one, addText)
    if (reference % STEP === STEP - 1) yield reference / references.length
  }
  return { words: vocabulary.finish(), ...sortByWord(found, wordOf, count, vocabulary.size) }
}

function visitItem({ item }: Reference, visit: SearchTextVisitor): void {
  const authors = creatorsOf(item).map(name => `${familyName(name)} ${name.family ? (name.given ?? '') : ''}`)
  const container = typeof item['container-title'] === 'string' ? item['container-title'] : ''
  const show = (field: SearchField, text: string) => visit(field, text, 0, text.length, false)
  show('author', authors.join(' '))
  show('title', plainTitle(item))
  show('date', yearOf(item))
  show('container', container)
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
