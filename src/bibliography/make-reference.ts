import { fold } from '../text/fold.ts'
import { lazy } from '../text/memo.ts'
import type { Span } from '../text/span.ts'
import { creatorsOf, familyName, plainTitle, yearOf } from './describe.ts'
import type { CslItem, Reference } from './reference.ts'

/** A reference whose item is made when first looked at. */
export function lazyReference(
  citekey: string,
  uri: string,
  span: Span,
  citekeySpan: Span,
  makeItem: () => CslItem,
): Reference {
  const item = lazy(makeItem)
  return {
    citekey,
    location: { uri, span },
    citekeySpan,
    get item() {
      return item()
    },
  }
}

/** A reference of a format that has no citekeys: its key is made from first author and year, such as `meseure2014`. */
export function namedReference(
  item: CslItem,
  uri: string,
  span: Span,
  taken: Map<string, number>,
  wanted?: string,
): Reference {
  const citekey = freeKey(wanted || authorYearKey(item), taken)
  return { citekey, location: { uri, span }, citekeySpan: span, item: { ...item, id: citekey } }
}

/** The first family name and the year, or the first words of the title, in letters that every renderer takes. */
export function authorYearKey(item: CslItem): string {
  const [first] = creatorsOf(item)
  const name = simple(first ? familyName(first) : plainTitle(item).split(/\s+/).slice(0, 3).join(''))
  return `${name || 'reference'}${simple(yearOf(item))}`
}

/** A key that is not taken yet: with a letter after it where needed. `taken` keeps where the letters have got to. */
export function freeKey(wanted: string, taken: Map<string, number>): string {
  let key = wanted
  let count = taken.get(wanted) ?? 0
  while (taken.has(key)) key = `${wanted}${letters(++count)}`
  taken.set(wanted, count)
  if (key !== wanted) taken.set(key, 0)
  return key
}

const letters = (count: number): string =>
  count > 26 ? letters(Math.floor((count - 1) / 26)) + letters(((count - 1) % 26) + 1) : String.fromCharCode(96 + count)

const simple = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '')

/** An item without the fields that are empty. */
export function compact(id: string, type: string, fields: Readonly<Record<string, unknown>>): CslItem {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
  return { id, type, ...Object.fromEntries(entries) }
}
