import type { Edit } from '../text/edit.ts'
import type { Span } from '../text/span.ts'

const BEFORE = /(?<![\p{L}\p{N}’'-])(an?)[ \t]*\r?\n?[ \t]*[*_]{0,3}$/iu
/** Of a word, whether its sound begins with a vowel. */
const SILENT = /^(?:hour|honest|honou?r|heir)/
const CONSONANT = /^(?:eu|ew|one(?![a-z])|once|uni(?!n|m[^o])|ubiq|u[rt][aeiou]|us[aeu])/
/** Letters whose names begin with a vowel: “an MDSC”. */
const NAMED = /^[AEFHILMNORSX]/

/**
 * The edits that put `newText` in the place of `span`, and the article before it into the form that the new words ask for:
 * “an MDSC”, “a myeloid-derived suppressor cell”.
 */
export function withArticle(text: string, span: Span, newText: string): readonly Edit[] {
  const edit = { span, newText }
  const found = BEFORE.exec(text.slice(Math.max(0, span.start - 12), span.start))
  const wanted = found && articleOf(newText, text)
  if (!found || !wanted || wanted === found[1]!.toLowerCase()) return [edit]
  const [whole, article] = [found[0], found[1]!]
  const start = span.start - whole.length
  const inCase = article.startsWith('A') ? wanted.charAt(0).toUpperCase() + wanted.slice(1) : wanted
  return [{ span: { start, end: start + article.length }, newText: inCase }, edit]
}

/** The article that a phrase takes; nothing where it depends on how a short form is pronounced. */
function articleOf(phrase: string, text: string): 'a' | 'an' | undefined {
  const word = /[\p{L}\p{N}]+/u.exec(phrase)?.[0] ?? ''
  if (/^\p{L}\p{Ll}+$/u.test(word)) {
    const small = word.toLowerCase()
    return SILENT.test(small) || (/^[aeiou]/.test(small) && !CONSONANT.test(small)) ? 'an' : 'a'
  }
  if (!/^\p{Lu}+$/u.test(word)) return undefined
  const uses = [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(an?)\\s+${word}(?![\\p{L}\\p{N}])`, 'giu'))]
  if (uses.length > 0) {
    const an = uses.filter(([, article]) => article!.length === 2).length
    return an * 2 >= uses.length ? 'an' : 'a'
  }
  // a longer one may be read as a word, “a SARS”
  return word.length <= 3 || !/[AEIOU]/.test(word.slice(1)) ? (NAMED.test(word) ? 'an' : 'a') : undefined
}
