import { PROTECTED } from './latex.ts'

/**
 * A title as CSL wants it, in sentence case, from one that a bibliography gives in title case: capitalised words lose
 * their capital, except the first one, one after a full stop, a colon, a question or an exclamation mark (unless it is the last of
 * all), and what stood in braces. Words such as `DNA` or `mRNA` stay. This is what Pandoc does with BibTeX titles in English.
 */
export function sentenceCase(marked: string): string {
  let depth = 0
  let begins: 'title' | 'sentence' | undefined = 'title'
  let stopped = false
  /** Only a word right after a formula begins the title or sentence that the formula begins. */
  let afterFormula = false
  const last = lastWord(marked)
  return marked.replace(PIECES, (piece, formula, mark, tag, word, stop, blank, place: number) => {
    if (mark) {
      depth += mark === PROTECTED ? 1 : -1
      return piece
    }
    if (afterFormula && !word && !tag) begins = undefined
    afterFormula = Boolean(formula)
    if (word) {
      const first = begins
      begins = undefined
      stopped = false
      if (depth > 0) return piece
      if (first === 'title' || (first && place < last)) return capitalise(word)
      return isCapitalised(word) ? word.toLowerCase() : word
    } else if (stop) stopped = begins !== 'title'
    else if (blank) {
      if (stopped) begins = 'sentence'
      stopped = false
    } else if (!tag && !formula && !OPENING_QUOTE.test(piece)) {
      if (begins === 'sentence') begins = undefined
      stopped = false
    }
    return piece
  })
}

/** Marks, tags, formulas (always between marks), words, stops, blanks, and any other character. */
const PIECES =
  /(\uE000\$[^\uE000\uE001]*\$\uE001)|([\uE000\uE001])|(<[^<>]*>)|([\p{L}\p{M}\p{N}]+)|([.?!:])|(\s+)|[^\s\p{L}\p{N}]/gu
const OPENING_QUOTE = /["“‘«([{'¿¡]/

/** Where the last word begins; tags after it are no words. */
function lastWord(text: string): number {
  let end = text.length
  while (end > 0 && !WORD.test(text[end - 1]!))
    end = text[end - 1] === '>' ? Math.max(0, text.lastIndexOf('<', end - 1)) : end - 1
  while (end > 0 && WORD.test(text[end - 1]!)) end--
  return end
}

const WORD = /[\p{L}\p{M}\p{N}]/u

const capitalise = (word: string): string => (/^\p{Ll}+$/u.test(word) ? word[0]!.toUpperCase() + word.slice(1) : word)

const isCapitalised = (word: string): boolean => /^\p{Lu}[\p{Ll}\p{M}]*$/u.test(word)
