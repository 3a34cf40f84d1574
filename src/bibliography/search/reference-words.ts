import { creatorsOf, familyName, plainTitle, yearOf } from '../describe.ts'
import type { Reference, SearchField, SearchTextVisitor } from '../reference.ts'
import { type TokenVisitor, visitTokens } from './tokens.ts'

/** Where in a reference a word stands; the smaller, the more it counts. */
export const FIELDS = { key: 0, author: 1, title: 2, other: 3 } as const

/** Called for each word, as {@link TokenVisitor} is, with one of {@link FIELDS}. */
export type WordVisitor = (letters: Uint16Array, length: number, hash: number, field: number) => void

/**
 * Reads references one after the other: gives the words of key, authors, title, year and journal, in this order, so that
 * a word is first given from where it counts most. A word may be given several times.
 */
export function wordReader(visit: WordVisitor): (reference: Reference) => void {
  let field: number = FIELDS.key
  const visitWord: TokenVisitor = (letters, length, hash) => visit(letters, length, hash, field)
  const visitText: SearchTextVisitor = (name, text, start, end, isLatex) => {
    field = name === 'author' ? FIELDS.author : name === 'title' ? FIELDS.title : FIELDS.other
    visitTokens(text, start, end, isLatex, field === FIELDS.author, visitWord)
  }
  return reference => {
    field = FIELDS.key
    visitTokens(reference.citekey, 0, reference.citekey.length, false, false, visitWord)
    if (reference.searchTexts) reference.searchTexts(visitText)
    else visitItem(reference, visitText)
  }
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
