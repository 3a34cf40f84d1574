import type { Abbreviation } from '../manuscript/abbreviations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { beginsWithName } from './proper-names.ts'
import { singularOf } from './short-forms.ts'
import { hasWord } from './words.ts'

/** The long form of an abbreviation as it is written at `offset` instead of `written`: in its number and with its capital. */
export function longFormAt(
  manuscript: Manuscript,
  offset: number,
  written: string,
  { short, long, longSpan }: Pick<Abbreviation, 'short' | 'long' | 'longSpan'>,
): string {
  const isPlural = (text: string): boolean => singularOf(text) !== text
  return withCapital(inNumber(long, isPlural(short), isPlural(written)), manuscript, offset, longSpan.start)
}

/** A phrase in the number that is wanted, where English forms it by rule: “cells” for “CTCs”, “cell” for “CTC”. */
export function inNumber(phrase: string, isPlural: boolean, wanted: boolean): string {
  if (isPlural === wanted) return phrase
  if (wanted) return /(?:s|x|z|ch|sh)$/.test(phrase) ? phrase : phrase.replace(/(?<=[^aeiou])y$/, 'ie').concat('s')
  if (/(?:[aeoy]ses|ices|ae|i|a)$/.test(phrase)) return phrase
  return phrase.replace(/ies$/, 'y').replace(/(?<=[^su])s$/, '')
}

const SENTENCE_START = /(?:^|[.!?]["”’)\]*_]*\s+|\n[ \t]*\r?\n|\n[ \t]*(?:[-*+>]|#+)[ \t])[\s*_"“(>]*$/

/** A capital may come from a label before it as well: “**Methods:** Circulating tumor cells (CTCs) …”. */
const CAPITAL_FROM_PLACE = new RegExp(`${SENTENCE_START.source}|:[*_]*\\s+[\\s*_"“(]*$`)

/** With a capital at the beginning of a sentence; elsewhere without one that comes from there or from the place of its definition. */
function withCapital(long: string, manuscript: Manuscript, offset: number, defined: number): string {
  const { text, prose } = manuscript
  const [first, ...rest] = long
  const [word] = /^\p{L}+/u.exec(long) ?? []
  if (!first || !word) return long
  if (beginsSentence(manuscript, offset)) return capitalised(long)
  if (!/^\p{Lu}\p{Ll}+$/u.test(word)) return long
  const isFromPlace = (): boolean =>
    (CAPITAL_FROM_PLACE.test(before(text, defined)) || beginsSentence(manuscript, defined)) &&
    !beginsWithName(long) &&
    !new RegExp(`[\\p{Ll},;]\\s+${word}(?!\\p{L})`, 'u').test(prose)
  return hasWord(prose, word.toLowerCase()) || isFromPlace() ? first.toLowerCase() + rest.join('') : long
}

/** A phrase as it is written at `offset`: with a capital at the beginning of a sentence. */
export const phraseAt = (manuscript: Manuscript, offset: number, phrase: string): string =>
  beginsSentence(manuscript, offset) ? capitalised(phrase) : phrase

/** Whether a sentence begins at an offset; one does with every string of the metadata. */
const beginsSentence = ({ text, frontMatter: { strings } }: Manuscript, offset: number): boolean =>
  SENTENCE_START.test(before(text, offset)) ||
  strings.some(({ span: { start, end } }) => start <= offset && offset < end && /^\s*$/.test(text.slice(start, offset)))

/** With a capital, if the first word can have one: not “α-smooth muscle actin”, “mRNA”. */
const capitalised = (phrase: string): string =>
  /^[a-zà-ÿ]\p{Ll}*(?!\p{L})/u.test(phrase) ? phrase.charAt(0).toUpperCase() + phrase.slice(1) : phrase

const before = (text: string, offset: number): string => text.slice(Math.max(0, offset - 40), offset)

/** The short form with what else its brackets hold: “FL (22.5%)” for “follicular lymphoma (FL; 22.5%)”; nothing where that is another definition. */
export function shortFormAlone(abbreviation: Abbreviation, text: string): string | undefined {
  const { short, span, shortSpan, longSpan, sharesBrackets } = abbreviation
  if (sharesBrackets) return undefined
  const rest = shortSpan.start < longSpan.start ? '' : text.slice(shortSpan.end, span.end - 1)
  const said = rest.replace(/^[^\p{L}\p{N}]+/u, '')
  return said ? `${short} (${said})` : short
}
