import type { CslDate, CslItem, CslName } from '../../reference.ts'
import { readDate, readOldDate } from './dates.ts'
import entryTypes from './entry-types.json' with { type: 'json' }
import type { Fields } from './fields.ts'
import { plainText, richText, unprotected } from './latex.ts'
import { readNames } from './names.ts'
import { titlesOf } from './titles.ts'

const TYPES = new Map(Object.entries(entryTypes.types))

/** Entry types whose `number` counts the volumes of a series. */
const IN_SERIES =
  /^(?:book|mvbook|collection|mvcollection|proceedings|mvproceedings|reference|mvreference|bookinbook|inbook|incollection|inproceedings|conference|inreference|suppbook|suppcollection)$/

const REPOSITORIES = new Map([
  ['arxiv', 'https://arxiv.org/abs/'],
  ['jstor', 'https://www.jstor.org/stable/'],
  ['pubmed', 'https://pubmed.ncbi.nlm.nih.gov/'],
  ['googlebooks', 'https://books.google.com/books?id='],
])

/** Fields that pass over as they are, once their LaTeX is read. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['abstract', 'abstract'],
  ['annotation', 'annote'],
  ['chapter', 'chapter-number'],
  ['edition', 'edition'],
  ['pagetotal', 'number-of-pages'],
  ['venue', 'event-place'],
  ['version', 'version'],
  ['volumes', 'number-of-volumes'],
  ['keywords', 'keyword'],
  ['library', 'call-number'],
]

const IDENTIFIERS: readonly (readonly [string, string])[] = [
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
]

/** The item of an entry, as Pandoc makes it from BibLaTeX. */
export function toCsl(id: string, entryType: string, fields: Fields): CslItem {
  const item: Record<string, unknown> = { id, type: cslType(entryType, fields) }
  const put = (name: string, value: unknown): void => {
    if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) item[name] = value
  }
  const text = (name: string): string => readText(fields.get(name))

  Object.assign(item, titlesOf(entryType, fields))
  putNames(fields, put)
  put(
    'issued',
    readDate(fields.get('date') ?? '') ?? readOldDate(fields.get('year'), fields.get('month'), fields.get('day')),
  )
  put(
    'accessed',
    readDate(fields.get('urldate') ?? '') ??
      readOldDate(fields.get('urlyear'), fields.get('urlmonth'), fields.get('urlday')),
  )
  put('original-date', readDate(fields.get('origdate') ?? ''))
  put('event-date', readDate(fields.get('eventdate') ?? ''))
  for (const [from, to] of TEXTS) put(to, text(from))
  for (const [from, to] of IDENTIFIERS) put(to, plainText(fields.get(from) ?? ''))
  put('volume', [text('volume'), text('part')].filter(Boolean).join('.'))
  put('page', readPages(fields.get('pages') ?? fields.get('eid')))
  putNumbers(entryType, text, put)
  put('publisher', ['institution', 'organization', 'howpublished', 'publisher'].map(text).filter(Boolean).join('; '))
  put('publisher-place', text('location'))
  put('genre', text('type') || thesisGenre(entryType))
  put('note', [text('note'), text('addendum')].filter(Boolean).join('. '))
  put('language', plainText(fields.get('langid') ?? fields.get('hyphenation') ?? ''))
  put('DOI', readDoi(fields))
  put('URL', readUrl(fields))
  if (fields.get('eprinttype')?.toLowerCase() === 'pubmed' && !item.PMID) put('PMID', fields.get('eprint')?.trim())
  return item as CslItem
}

function cslType(entryType: string, fields: Fields): string {
  const subtype = fields.get('entrysubtype')?.toLowerCase()
  if (entryType === 'article' || entryType === 'suppperiodical' || entryType === 'periodical') {
    if (subtype === 'magazine') return 'article-magazine'
    if (subtype === 'newspaper') return 'article-newspaper'
  }
  if (
    (entryType === 'unpublished' || entryType === 'misc') &&
    (fields.has('eventdate') || fields.has('eventtitle') || fields.has('venue'))
  ) {
    return 'speech'
  }
  return TYPES.get(entryType) ?? ''
}

const thesisGenre = (entryType: string): string =>
  entryType === 'phdthesis' ? 'PhD thesis' : entryType === 'mastersthesis' ? 'Master’s thesis' : ''

const readText = (value: string | undefined): string => (value === undefined ? '' : unprotected(richText(value)))

function putNames(fields: Fields, put: (name: string, value: readonly CslName[]) => void): void {
  const useprefix = /(?:^|,)\s*useprefix\s*(?:=\s*true\s*)?(?:,|$)/i.test(fields.get('options') ?? '')
  const names = (field: string): CslName[] => readNames(fields.get(field) ?? '', useprefix)
  const directs = fields.get('editortype')?.toLowerCase() === 'director'
  put('author', names('author'))
  put(directs ? 'director' : 'editor', names('editor'))
  put('container-author', names('bookauthor'))
  put('translator', names('translator'))
}

/** `number` is an issue of an article, a volume of a series, and a number of anything else. */
function putNumbers(
  entryType: string,
  text: (name: string) => string,
  put: (name: string, value: string) => void,
): void {
  const number = text('number')
  if (IN_SERIES.test(entryType)) {
    put('collection-number', number)
    put('issue', text('issue'))
  } else if (/^(?:article|periodical|suppperiodical)$/.test(entryType)) {
    put('issue', [number, text('issue')].filter(Boolean).join(', '))
  } else {
    put('number', number)
    put('issue', text('issue'))
  }
}

/** Ranges are written with one hyphen, as CSL has them. */
const readPages = (value: string | undefined): string => plainText(value ?? '').replace(/\s*[–—]+\s*/g, '-')

function readDoi(fields: Fields): string {
  const doi = plainDigits(fields.get('doi'))
  return doi.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
}

function readUrl(fields: Fields): string {
  const url = plainDigits(fields.get('url'))
  if (url) return url
  const base = REPOSITORIES.get(fields.get('eprinttype')?.toLowerCase() ?? '')
  const eprint = plainDigits(fields.get('eprint'))
  return base && eprint ? base + eprint : ''
}

/** An identifier: no typography, only what LaTeX needs escaped. */
const plainDigits = (value: string | undefined): string =>
  (value ?? '')
    .replace(/\\url\b|[{}]/g, '')
    .replace(/\\([%&#_$~^])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

export type { CslDate }
