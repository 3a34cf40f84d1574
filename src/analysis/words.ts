import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { Letter, letterAt } from '../text/letters.ts'
import { memoByObject, memoByText } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { withoutQuotations } from './quotations.ts'
import { eachWord } from './word-places.ts'

/** A word of the prose that its author chose: not in quotation marks, not part of a name. */
export interface Word {
  readonly text: string
  readonly span: Span
}

/** A word and what was made of it. */
export interface ReadWord<Value> extends Word {
  readonly value: Value
}

/** A word behind an abbreviation, which is no name by that: “DNA-labelling”. */
const COMPOUND = /^\p{Lu}{2,}-\p{Ll}/u

/** No word that is shorter has another spelling. */
const SHORTEST = 5

/** Where a block quotation stands before what is quoted, and names of genes that are spelled in one way. */
const BLOCK_QUOTATION = /(?:^|\n)[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>[> \t]*$/
const GENE_NAME = /^tumou?r necrosis factor/i

/**
 * For a rule about ways of writing a word: `read` says what it makes of one, which is nothing for most, and is asked once for
 * a word that comes again. What comes out are the words of a manuscript of five letters and more that it makes something of,
 * in order, without those in the back matter, in quotations and in names.
 */
export function wordsRead<Value extends {}>(
  read: (word: string) => Value | undefined,
): (manuscript: Manuscript) => readonly ReadWord<Value>[] {
  const kept = memoByText((word): Value | null => read(word) ?? null)
  const readIn = ({ prose }: Passage, isHeading: boolean): readonly ReadWord<Value>[] => {
    const words: ReadWord<Value>[] = []
    eachChosenWord(prose, isHeading, (start, end) => {
      const text = prose.slice(start, end)
      const value = kept(text)
      if (value !== null) words.push({ text, span: { start, end }, value })
    })
    return words
  }
  const inHeading = memoByObject((passage: Passage) => readIn(passage, true))
  const inSentences = memoByObject((passage: Passage) => readIn(passage, false))
  return memoByObject((manuscript: Manuscript) =>
    scopesOf(manuscript).flatMap(({ scope, span: { start }, passage }) => {
      if (scope === 'back') return []
      const words = scope === 'heading' ? inHeading(passage) : inSentences(passage)
      if (words.length === 0 || isBlockQuotation(manuscript, start)) return []
      return words.map(word => ({ ...word, span: shift(word.span, start) }))
    }),
  )
}

const isBlockQuotation = ({ text }: Manuscript, start: number): boolean =>
  BLOCK_QUOTATION.test(text.slice(Math.max(0, start - 20), start))

const withoutQuotationsIn = memoByObject(({ prose }: Passage): string => withoutQuotations(prose))

/** Of spans in order, those in what the author words: not in the back matter, nor in a quotation. */
export function* wordedByAuthor<Item extends { readonly span: Span }>(
  manuscript: Manuscript,
  items: Iterable<Item>,
): Generator<Item> {
  const blocks = scopesOf(manuscript)
  let next = 0
  for (const item of items) {
    const { start } = item.span
    while (next < blocks.length && blocks[next]!.span.end <= start) next++
    const block = blocks[next]
    if (!block || block.scope === 'back' || isBlockQuotation(manuscript, block.span.start)) continue
    if (withoutQuotationsIn(block.passage)[start - block.span.start] !== ' ') yield item
  }
}

/** Calls `found` with the offsets of every word of a passage that its author chose, in order. */
function eachChosenWord(prose: string, isHeading: boolean, found: (start: number, end: number) => void): void {
  const plain = withoutQuotations(prose)
  eachWord(plain, (start, end) => {
    if (end - start < SHORTEST) return
    const isCapital = letterAt(plain, start) === Letter.Capital
    if (isCapital && isNamed(plain, start, end - start, isHeading) && !COMPOUND.test(plain.slice(start, end))) return
    const isOfGene = 'Tt'.includes(plain[start]!) && GENE_NAME.test(plain.slice(start, start + 24))
    if (!isOfGene) found(start, end)
  })
}

/** Whether a capital does not come from the beginning of a sentence. */
function isNamed(prose: string, index: number, length: number, heading: boolean): boolean {
  const before = prose.slice(Math.max(0, index - 6), index)
  const after = prose.slice(index + length, index + length + 4)
  if (/^\s(?:&\s)?\p{Lu}/u.test(after) || /(?<!\p{L})(?:Drs?|Prof|Mr|Mrs|Ms|St|Mt)\.\s$/u.test(before)) return true
  return !heading && !/(?:^|[.!?:]["”’)*_]*\s+|^[\s*_#>("“]*)$/.test(before)
}

/** Whether a text has a word, or its plural with s, between what is no letter and no digit. */
export function hasWord(text: string, word: string): boolean {
  return !placesOf(text, word).next().done
}

/** The offsets at which a word, or its plural with s, stands in a text, as hasWord sees it. */
export function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const after = text.slice(at + word.length, at + word.length + 2).replace(/^s(?![\p{L}\p{N}])/u, '')
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/^[\p{L}\p{N}]/u.test(after)) yield at
  }
}
