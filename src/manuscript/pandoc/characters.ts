import { isAsciiLetter } from '../../text/ascii.ts'

/** Character classes as Pandoc's reader uses them, which are Haskell's: Unicode letters and numbers, no combining marks. */

const LETTER_OR_NUMBER = /^[\p{L}\p{N}]/u
const LETTER = /^\p{L}/u
const PUNCTUATION = /^\p{P}/u
const SPACE = /^[\s\u0085]/

/** How many UTF-16 units the letter or number at `index` takes; 0 when there is none. */
export function wordWidth(text: string, index: number): 0 | 1 | 2 {
  const code = text.charCodeAt(index)
  if (code < 128) return isAsciiWord(code) ? 1 : 0
  if (Number.isNaN(code)) return 0
  const width = code >= 0xd800 && code < 0xdc00 ? 2 : 1
  return LETTER_OR_NUMBER.test(text.slice(index, index + width)) ? width : 0
}

export const isLetterAt = (text: string, index: number): boolean =>
  LETTER.test(text.slice(index, index + (isHighSurrogate(text.charCodeAt(index)) ? 2 : 1)))

export const isPunctuationAt = (text: string, index: number): boolean => PUNCTUATION.test(text.slice(index, index + 2))

/** Any white space of Unicode, as `isSpace` of Haskell; not only the blank and the tab. */
export const isSpaceAt = (text: string, index: number): boolean => SPACE.test(text.charAt(index))

export const isBlankCode = (code: number): boolean => code === 32 || code === 9

export const isDigitCode = (code: number): boolean => code >= 48 && code <= 57

/** How many UTF-16 units the character at `index` takes. */
export const characterWidth = (text: string, index: number): 1 | 2 =>
  isHighSurrogate(text.charCodeAt(index)) && index + 1 < text.length ? 2 : 1

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00

const isAsciiWord = (code: number): boolean => isAsciiLetter(code) || isDigitCode(code)
