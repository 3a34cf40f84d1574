import type { Span } from '../../text/span.ts'
import { atOnce, type Steps } from '../../text/steps.ts'
import { at, childrenOf, elementSteps, textOf, type XmlElement } from '../../text/xml.ts'
import { englishDate, fullPages } from '../english-date.ts'
import { compact, namedReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslDate, CslItem, CslName, Reference } from '../reference.ts'
import { plainName } from './plain-name.ts'

/** EndNote's XML export. Its citekeys are those that Pandoc has: the key of a record, or its number. */
export const endnoteXml: BibliographyReader = {
  format: 'endnote-xml',
  extensions: ['.xml'],
  recognises: text => /<records\b/.test(text.slice(0, 10_000)) && /<record\b/.test(text.slice(0, 10_000)),
  read: (text, uri) => atOnce(readEndnoteXml(text, uri)),
  steps: readEndnoteXml,
}

function* readEndnoteXml(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const taken = new Map<string, number>()
  const keyless: Span[] = []
  const problems = yield* elementSteps(text, new Set(['record']), record => {
    const key = textOf(at(record, 'foreign-keys', 'key')).trim() || textOf(at(record, 'rec-number')).trim()
    const span = { start: record.start, end: record.end }
    // A key that stands in the file twice is a duplicate to report, not one to make different.
    references.push(namedReference(toCsl(record), uri, span, key ? new Map() : taken, key))
    if (!key) keyless.push(span)
  })
  const [span] = keyless
  if (span) {
    const some = keyless.length === 1 ? 'A record of this file has' : `${keyless.length} records of this file have`
    const message = `${some} neither a key nor a number, so Pandoc cannot cite them. Export the library from EndNote again.`
    problems.push({ message, span: { start: span.start, end: Math.min(span.end, span.start + '<record'.length) } })
  }
  return { uri, format: 'endnote-xml', references, problems }
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/journal|electronic article|in press/i, 'article-journal'],
  [/book section|chapter/i, 'chapter'],
  [/conference/i, 'paper-conference'],
  [/book/i, 'book'],
  [/thesis/i, 'thesis'],
  [/report|government/i, 'report'],
  [/web|blog|online/i, 'webpage'],
  [/newspaper/i, 'article-newspaper'],
  [/magazine/i, 'article-magazine'],
  [/patent/i, 'patent'],
  [/dataset/i, 'dataset'],
  [/computer|software/i, 'software'],
  [/manuscript|unpublished/i, 'manuscript'],
]

function toCsl(record: XmlElement): CslItem {
  const kind = at(record, 'ref-type')?.attributes.get('name') ?? ''
  const type = TYPES.find(([pattern]) => pattern.test(kind))?.[1] ?? 'article'
  const field = (...path: string[]): string => textOf(at(record, ...path))
  const dates = at(record, 'dates')
  const accession = field('accession-num')
  return compact('', type, {
    title: textOf(at(record, 'titles', 'title')),
    author: names(at(record, 'contributors', 'authors')),
    editor:
      type === 'chapter' || type === 'paper-conference'
        ? names(at(record, 'contributors', 'secondary-authors'))
        : undefined,
    issued:
      englishDate(`${field('dates', 'year')} ${textOf(at(dates, 'pub-dates', 'date'))}`) ??
      englishDate(field('dates', 'year')) ??
      yearAlone(field('dates', 'year')),
    'container-title': field('titles', 'secondary-title') || field('periodical', 'full-title'),
    'container-title-short': field('titles', 'alt-title') || field('periodical', 'abbr-1'),
    volume: field('volume'),
    issue: field('number'),
    page: fullPages(field('pages')),
    publisher: field('publisher'),
    'publisher-place': field('pub-location'),
    edition: field('edition'),
    abstract: field('abstract'),
    keyword: childrenOf(at(record, 'keywords'), 'keyword')
      .map(keyword => textOf(keyword))
      .join(', '),
    language: field('language'),
    note: field('notes'),
    DOI: field('electronic-resource-num').replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, ''),
    PMID: /^\d{1,8}$/.test(accession) ? accession : '',
    PMCID: /^PMC\d+$/.test(field('custom2')) ? field('custom2') : '',
    [type === 'book' || type === 'chapter' ? 'ISBN' : 'ISSN']: field('isbn'),
    URL: textOf(at(record, 'urls', 'related-urls', 'url')),
  })
}

/** What is no date in words: a year of the first centuries, “in press”. */
function yearAlone(year: string): CslDate | undefined {
  if (/^\d{1,4}$/.test(year)) return { 'date-parts': [[Number(year)]] }
  return year ? { literal: year } : undefined
}

const names = (list: XmlElement | undefined): CslName[] =>
  (list?.children ?? []).flatMap(child => {
    const name = typeof child === 'string' ? undefined : plainName(textOf(child))
    return name ? [name] : []
  })
