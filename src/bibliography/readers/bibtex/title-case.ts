import { PROTECTED, UNPROTECTED } from './latex.ts'

/**
 * A title as CSL wants it, in sentence case, from one that a bibliography gives in title case: capitalised words lose
 * their capital, except the first one, one after a full stop, a colon, a question or an exclamation mark, and what
 * stood in braces. Words such as `DNA` or `mRNA` stay. This is what Pandoc does with BibTeX titles in English.
 */
export function sentenceCase(marked: string): string {
  let depth = 0
  let begins = true
  return marked.replace(
    /([\uE000\uE001])|(<[^<>]*>)|([\p{L}\p{M}\p{N}]+)|([.?!:])(?=[\s<\uE001]|$)|[^\s\p{L}\p{N}]|\s+/gu,
    (piece, mark, tag, word, stop) => {
      if (mark) depth += mark === PROTECTED ? 1 : mark === UNPROTECTED ? -1 : 0
      else if (word) {
        const first = begins
        begins = false
        if (depth > 0) return piece
        if (first) return capitalise(word)
        return isCapitalised(word) ? word.toLowerCase() : word
      } else if (stop) begins = true
      else if (!tag && depth > 0 && piece.trim()) begins = false
      return piece
    },
  )
}

const capitalise = (word: string): string => (/^\p{Ll}+$/u.test(word) ? word[0]!.toUpperCase() + word.slice(1) : word)

const isCapitalised = (word: string): boolean => /^\p{Lu}[^\p{Lu}]*$/u.test(word)
