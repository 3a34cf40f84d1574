import type { Problem, Span } from '../../text/span.ts'
import { atOnce, type Steps, stepsOver } from '../../text/steps.ts'
import { monthNumber } from '../english-date.ts'
import { authorYearKey, compact, freeKey, lazyReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslDate, CslItem, Reference } from '../reference.ts'
import { invisibleIn, visibleKey } from '../visible-key.ts'
import { plainName } from './plain-name.ts'
import { risRefusals } from './ris-refusals.ts'
import risTypes from './ris-types.json' with { type: 'json' }
import { type TaggedLine, type Tagging, taggedLines } from './tagged-lines.ts'

const TYPES = new Map(Object.entries(risTypes))

/** RIS, as EndNote, Zotero and publishers export it: two-letter tags between `TY` and `ER`. */
export const ris: BibliographyReader = {
  format: 'ris',
  extensions: ['.ris'],
  recognises: text => /^\s*(?:\d+\.\s*)?TY {0,2}- ?[A-Z]/m.test(text.slice(0, 10_000)),
  read: (text, uri) => atOnce(readRis(text, uri)),
  steps: readRis,
}

const TAGGING: Tagging = {
  tag: /[ \t]*([A-Z][A-Z0-9]) {0,2}-(?: |$|(?=[\r\n]))/my,
  bare: /[ \t]*(ER(?=[ \t]*$)|(?:T[YI1-3]|ID|A[BU1-4]|ED|J[AFO12]|PY|Y[12]|DA|VL|IS|[SE]P|DO|UR|KW|SN|PB|CY|LA|M[1-3]|N[12])(?= {2,}[^\s-]))/my,
  last: 'ER',
  written: tag => `${tag}  - `,
}

function* readRis(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const problems: Problem[] = []
  const taken = new Map<string, number>()
  const stray = strayLines(text, problems)
  let open: TaggedLine[] = []
  const close = (end: number): void => {
    if (open.length > 0) addRecord(text, open, end, uri, references, problems, taken)
    open = []
  }
  const cutShort = (): void => {
    const last = open.at(-1)
    if (!last) return
    problems.push({ message: 'This record is not closed: put a line “ER  - ” after this one.', span: last.span })
    close(last.span.end)
  }
  const hasType = (): boolean => open.some(({ tag }) => tag === 'TY')
  const isStep = stepsOver()
  for (const line of taggedLines(text, TAGGING, stray, problem => problems.push(problem))) {
    if (isStep(line.span.start)) yield line.span.start / text.length
    if (line.tag === 'TY' && hasType()) cutShort()
    if (line.tag !== 'ER') open.push(line)
    else {
      if (open.length > 0 && !hasType()) {
        const message = 'This record does not say what it is: put “TY  - JOUR”, or another type, before this line.'
        problems.push({ message, span: open[0]!.span })
      }
      close(line.span.end)
    }
  }
  cutShort()
  // Pandoc stops at the first thing; what it would refuse next is told when that is mended.
  if (problems.length === 0)
    problems.push(
      ...risRefusals(
        text,
        references.map(({ location }) => location.span),
      ),
    )
  return { uri, format: 'ris', references, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

/** More lines that belong to no record are not listed. */
const MOST_STRAY = 20

/** Tells of lines that belong to no record: of several in a row the first. */
function strayLines(text: string, problems: Problem[]): (span: Span) => void {
  let count = 0
  let end = -1
  return span => {
    const goesOn = end >= 0 && text.slice(end, span.start).trim() === ''
    end = span.end
    if (goesOn || ++count > MOST_STRAY) return
    const message = 'Between records only empty lines may stand: Pandoc refuses the file. Delete this line.'
    problems.push({ message, span })
  }
}

function addRecord(
  text: string,
  lines: readonly TaggedLine[],
  end: number,
  uri: string,
  references: Reference[],
  problems: Problem[],
  taken: Map<string, number>,
): void {
  const [first] = lines
  const id = lines.find(line => line.tag === 'ID' && line.value !== '')
  const hidden = id && invisibleIn(text, id.valueSpan)
  if (hidden) problems.push(hidden)
  const made = (id && visibleKey(id.value)) || madeKey(lines)
  if (!made) {
    problems.push({
      message:
        'This record has neither an ID nor authors nor a year, so Pandoc cannot cite it. Give it a line “ID  - ”.',
      span: first!.span,
    })
  }
  const citekey = freeKey(made || spareKey(lines), taken)
  if (id && made === visibleKey(id.value) && citekey !== made) {
    problems.push({
      message: `Another record has the ID “${made}” already, so Pandoc calls this one “${citekey}”. Give it an ID of its own.`,
      span: id.valueSpan,
    })
  }
  const span = { start: first!.span.start, end }
  references.push(lazyReference(citekey, uri, span, id?.valueSpan ?? first!.span, () => toCsl(citekey, lines)))
}

/** Without an ID the key is made of all family names and the dates as they stand, as Pandoc does. */
function madeKey(lines: readonly TaggedLine[]): string {
  const families = lines.filter(({ tag }) => tag === 'AU' || tag === 'A1').map(({ value }) => value.split(/[,\s]/)[0]!)
  const dates = lines.filter(({ tag }) => tag === 'PY' || tag === 'Y1').map(({ value }) => `_${value}`)
  return families.join('_') + dates.join('')
}

/** For what Pandoc has no key for: the DOI, or a key from the title, so that nothing is lost in conversion. */
function spareKey(lines: readonly TaggedLine[]): string {
  const item = toCsl('', lines)
  return item.DOI ? `doi:${item.DOI}` : authorYearKey(item)
}

function toCsl(id: string, lines: readonly TaggedLine[]): CslItem {
  const all = (...tags: string[]): string[] =>
    tags.flatMap(tag => lines.filter(line => line.tag === tag && line.value !== '').map(line => line.value))
  const one = (...tags: string[]): string | undefined => all(...tags)[0]
  /** Of tags that say the same, Pandoc takes the one that stands first in the record. */
  const first = (...tags: string[]): string | undefined =>
    lines.find(line => tags.includes(line.tag) && line.value !== '')?.value
  const names = (...tags: string[]) =>
    lines.flatMap(({ tag, value }) => (tags.includes(tag) ? [plainName(value)] : [])).filter(Boolean)
  const type = one('TY')?.toUpperCase() ?? ''
  const isPart = type === 'CHAP' || type === 'CPAPER' || type === 'ECHAP'
  return compact(id, TYPES.get(type) ?? (/JOURNAL/.test(type) ? 'article-journal' : 'article'), {
    title: first('TI', 'T1', 'CT') ?? one(...(isPart ? [] : ['BT']), 'ST'),
    author: names('AU', 'A1'),
    editor: names('ED', 'A2'),
    'collection-editor': names('A3'),
    issued: issued(first('PY', 'Y1'), one('DA')),
    accessed: risDate(one('Y2')),
    'container-title': first('JF', 'JO', 'T2') ?? one(...(isPart ? ['BT'] : []), 'JA', 'J2', 'J1'),
    'container-title-short': one('JA', 'J2', 'J1'),
    'collection-title': one('T3'),
    volume: one('VL'),
    issue: one('IS'),
    page: pages(one('SP'), one('EP')),
    publisher: one('PB'),
    'publisher-place': one('CY', 'PP'),
    edition: one('ET'),
    abstract: one('AB', 'N2'),
    note: one('N1'),
    keyword: all('KW').join(', '),
    language: one('LA'),
    DOI: one('DO')?.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '') ?? doiAmong(all('M3', 'UR', 'N1')),
    URL: one('UR', 'L2', 'LK'),
    PMID: pmid(one('AN', 'M1'), one('DB', 'DP')),
    ...(/BOOK|CHAP|RPRT|THES/.test(type) ? { ISBN: one('SN') } : { ISSN: one('SN') }),
  })
}

/** The year, or the whole date where another tag has it for that year. */
function issued(year: string | undefined, whole: string | undefined): CslDate | undefined {
  const [date, longer] = [risDate(year), risDate(whole)]
  const [own, other] = [date?.['date-parts']?.[0], longer?.['date-parts']?.[0]]
  return !date || (own?.length === 1 && own[0] === other?.[0]) ? (longer ?? date) : date
}

/** `YYYY/MM/DD/other`, in which all but the year may be missing. */
function risDate(value: string | undefined): CslDate | undefined {
  if (!value) return undefined
  const before = /^(\d{1,4}) BC$/.exec(value)
  if (before) return { 'date-parts': [[-Number(before[1])]] }
  const [year = '', month = '', day = ''] = value.split(/[/-]/).map(part => part.trim())
  const number = /\d{4}/.exec(year)?.[0]
  if (!number) return { literal: value }
  const parts = [Number(number)]
  const inYear = monthNumber(month)
  if (inYear !== undefined) parts.push(inYear)
  if (inYear !== undefined && /^\d{1,2}$/.test(day) && Number(day) > 0) parts.push(Number(day))
  return { 'date-parts': [parts] }
}

const pages = (first: string | undefined, last: string | undefined): string | undefined =>
  first && last && first !== last && !first.includes('-') ? `${first}-${last}` : (first ?? last)?.replace(/[–—]/g, '-')

const doiAmong = (values: readonly string[]): string | undefined =>
  values.map(value => /\b10\.\d{4,9}\/[^\s"<>]+/.exec(value)?.[0]).find(Boolean)

const pmid = (value: string | undefined, database: string | undefined): string | undefined =>
  value && /^\d{1,8}$/.test(value) && /pubmed|medline|nlm/i.test(database ?? '') ? value : undefined
