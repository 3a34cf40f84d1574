import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import { withoutQuotations } from './quotations.ts'

/** A word of the prose that its author chose: not in quotation marks, not part of a name. */
export interface Word {
  readonly text: string
  readonly span: Span
}

const WORD = /(?<![\p{L}\p{N}_@#\\/.-])\p{L}+(?:-\p{L}+)*(?![\p{L}\p{N}_@]|\.\p{L}|-\p{N})/gu

/** The words of one block. */
export interface WordBlock {
  readonly start: number
  /** With places from `start`; the same list for as long as the block reads the same. */
  readonly words: readonly Word[]
}

/** Where a block quotation stands before what is quoted, and names of genes that are spelled in one way. */
const BLOCK_QUOTATION = /(?:^|\n)[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>[> \t]*$/
const GENE_NAME = /^tumou?r necrosis factor/i

/** The words of a manuscript outside of its back matter, quotations and names, block by block in order. */
export const wordBlocksOf = memoByObject((manuscript: Manuscript): readonly WordBlock[] =>
  scopesOf(manuscript).flatMap(({ scope, span: { start }, passage }) => {
    if (scope === 'back' || BLOCK_QUOTATION.test(manuscript.text.slice(Math.max(0, start - 20), start))) return []
    return [{ start, words: scope === 'heading' ? wordsInHeading(passage) : wordsInSentences(passage) }]
  }),
)

const wordsInHeading = memoByObject(({ prose }: Passage) => wordsIn(prose, true))
const wordsInSentences = memoByObject(({ prose }: Passage) => wordsIn(prose, false))

function wordsIn(prose: string, isHeading: boolean): readonly Word[] {
  const plain = withoutQuotations(prose)
  return [...plain.matchAll(WORD)].flatMap(({ 0: text, index }) =>
    (/^\p{Lu}/u.test(text) && isNamed(plain, index, text.length, isHeading)) ||
    GENE_NAME.test(plain.slice(index, index + 24))
      ? []
      : [{ text, span: { start: index, end: index + text.length } }],
  )
}

/** Whether a capital does not come from the beginning of a sentence. */
function isNamed(prose: string, index: number, length: number, heading: boolean): boolean {
  const before = prose.slice(Math.max(0, index - 4), index)
  const after = prose.slice(index + length, index + length + 2)
  if (/^\s\p{Lu}/u.test(after)) return true
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
