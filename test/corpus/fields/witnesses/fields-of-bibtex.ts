import type { CslDate, CslName } from '../../../../src/bibliography/reference.ts'
import type { Testimony } from './witness.ts'

/** The fields of an entry as a witness gives them, by BibTeX’s or BibLaTeX’s names, put into the form in which they are compared. */
export function testimonyOf(
  field: (name: string) => string | undefined,
  names: (name: string) => readonly CslName[],
): Testimony {
  const main = [field('title'), field('subtitle')].filter(Boolean).join(': ')
  const title = [main, field('titleaddon')].filter(Boolean).join('. ')
  const container = field('journaltitle') ?? field('journal') ?? field('booktitle')
  const date = field('date') ?? field('year')
  // `eid` “may replace the pages field” (biblatex manual, 2.2.2).
  const [volume, page, DOI] = [field('volume'), field('pages') ?? field('eid'), field('doi')]
  return {
    ...(title && { title }),
    author: names('author'),
    editor: names('editor'),
    ...(date && { issued: dateOf(date) }),
    ...(DOI && { DOI }),
    ...(container && { 'container-title': container }),
    ...(volume && { volume }),
    ...(page && { page }),
  }
}

/** A year, or a range of years, with whatever follows each; anything else as it stands. */
export function dateOf(text: string): CslDate {
  const years = /^(-?\d{4})(?:-\d\d){0,2}(?:\s*(?:\/|--|–|—|-)\s*(-?\d{4})(?:-\d\d){0,2})?$/.exec(text.trim())
  if (!years) return { literal: text }
  return { 'date-parts': [years[1], years[2]].filter(Boolean).map(year => [Number(year)]) }
}
