import { withParticle } from '../describe.ts'
import { stripMarkup } from '../readers/bibtex/latex.ts'
import type { CslDate, CslItem, CslName } from '../reference.ts'

/** The RIS type of each CSL type; anything else is `GEN`. */
const TYPES = new Map([
  ['article', 'GEN'],
  ['article-journal', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['bill', 'BILL'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['dataset', 'DATA'],
  ['entry-dictionary', 'DICT'],
  ['entry-encyclopedia', 'ENCYC'],
  ['figure', 'FIGURE'],
  ['graphic', 'ART'],
  ['hearing', 'HEAR'],
  ['legal_case', 'CASE'],
  ['legislation', 'STAT'],
  ['manuscript', 'UNPD'],
  ['map', 'MAP'],
  ['motion_picture', 'MPCT'],
  ['pamphlet', 'PAMP'],
  ['paper-conference', 'CPAPER'],
  ['patent', 'PAT'],
  ['personal_communication', 'PCOMM'],
  ['post-weblog', 'BLOG'],
  ['report', 'RPRT'],
  ['software', 'COMP'],
  ['song', 'SOUND'],
  ['standard', 'STAND'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC'],
])

/** RIS records, closed and with an ID each, so that every reader keeps the citekeys. */
export const writeRis = (items: readonly CslItem[]): string => items.map(record).join('\n')

function record(item: CslItem): string {
  const isPart = item.type === 'chapter' || item.type === 'paper-conference'
  const [, first = item.page, last] = /^\s*([^\s–,;-]+)\s*[-–]\s*([^\s–,;-]+)\s*$/.exec(item.page ?? '') ?? []
  const date = dateOf(item.issued)
  const year = date.replace(/^(\d{4})\/.*$/, '$1')
  const lines: (readonly [string, unknown])[] = [
    ['TY', TYPES.get(item.type) ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map(name => ['AU', nameOf(name)] as const),
    ...(item.editor ?? []).map(name => [isPart ? 'A2' : 'ED', nameOf(name)] as const),
    // Pandoc reads a year and nothing else here; the whole date has a tag of its own.
    ['PY', year],
    ['DA', date === year ? '' : date],
    [item.type === 'article-journal' ? 'JF' : 'T2', item['container-title']],
    ['JA', item['container-title-short']],
    ['VL', item.volume],
    ['IS', item.issue],
    ['SP', first],
    ['EP', last],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['ET', item.edition],
    ['T3', item['collection-title']],
    ['AB', item.abstract],
    ['N1', item.note],
    ['KW', item.keyword],
    ['LA', item.language],
    ['SN', item.ISBN ?? item.ISSN],
    ['DO', item.DOI],
    ['UR', item.URL],
    ...(item.PMID
      ? ([
          ['AN', item.PMID],
          ['DB', 'PubMed'],
        ] as const)
      : []),
  ]
  const written = lines.flatMap(([tag, value]) => {
    const text = typeof value === 'string' || typeof value === 'number' ? line(String(value), VERBATIM.has(tag)) : ''
    return text ? [`${tag}  - ${text}\n`] : []
  })
  return `${written.join('')}ER  - \n`
}

/** Addresses and identifiers: what looks like markup in them is none. */
const VERBATIM: ReadonlySet<string> = new Set(['ID', 'DO', 'UR'])

const line = (text: string, isVerbatim: boolean): string =>
  (isVerbatim ? text : stripMarkup(text)).replace(/\s+/g, ' ').trim()

const nameOf = ({ family, given, suffix, literal, ...rest }: CslName): string => {
  // A comma at the end tells EndNote and Pandoc that this is an organisation.
  if (literal !== undefined) return literal === 'others' || !literal ? literal : `${literal},`
  const name = withParticle(rest['dropping-particle'], withParticle(rest['non-dropping-particle'], family ?? ''))
  return [name, given, suffix].filter(Boolean).join(', ')
}

/** `YYYY/MM/DD`, with what is known. */
function dateOf(date: CslDate | undefined): string {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined) return String(date?.literal ?? date?.raw ?? '')
  if (year < 0) return `${-year} BC`
  const two = (part: number): string => String(part).padStart(2, '0')
  return [String(year).padStart(4, '0'), ...(month ? [two(month), ...(day ? [two(day)] : [])] : [])].join('/')
}
