import type { Problem, Span } from '../../text/span.ts'
import { atOnce, type Steps, stepsOver } from '../../text/steps.ts'
import { englishDate, fullPages } from '../english-date.ts'
import { authorYearKey, compact, lazyReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslItem, CslName, Reference } from '../reference.ts'
import { type TaggedLine, type Tagging, taggedLines } from './tagged-lines.ts'

/**
 * NBIB, PubMed's own export (the MEDLINE format): tags of four columns and a hyphen. It has no citekeys; a reference is
 * cited as `pmid:25523234`, failing that as `doi:…`. (NLM: “MEDLINE/PubMed Data Element (Field) Descriptions”.)
 */
export const nbib: BibliographyReader = {
  format: 'nbib',
  extensions: ['.nbib', '.medline'],
  recognises: text =>
    /^(?:PMID|OWN |STAT|TI {2}|FAU )- ?\S/m.test(text.slice(0, 4096)) &&
    /^[A-Z]{2,4} {0,2}- ?/m.test(text.slice(0, 4096)),
  read: (text, uri) => atOnce(readNbib(text, uri)),
  steps: readNbib,
}

const TAGGING: Tagging = {
  tag: /([A-Z][A-Z0-9]{1,3}) {0,2}- ?/y,
  bare: /((?:PMID|STAT)(?= +[^\s-])|(?:FAU|FED|BTI|LID|AID|PMC|DEP)(?= {2,}[^\s-])|(?:T[AI]|AU|AB|AD|DP|JT|VI|IP|PG|PT|LA|CN|MH|OT|SO)(?= {3,}[^\s-]))/y,
  written: tag => `${tag.padEnd(4)}- `,
}

function* readNbib(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const problems: Problem[] = []
  const stray = (span: Span): void => {
    if (problems.length < 10) problems.push({ message: 'This line has no tag of PubMed’s, such as “TI  - ”.', span })
  }
  let record: TaggedLine[] = []
  let hasSource = false
  const close = (): void => {
    if (record.length > 0) addRecord(record, uri, references, problems)
    record = []
  }
  const isStep = stepsOver()
  for (const line of taggedLines(text, TAGGING, stray, problem => problems.push(problem))) {
    if (isStep(line.span.start)) yield line.span.start / text.length
    const last = record.at(-1)
    if (last && (line.tag === 'PMID' || /\n\s*\n|\r\s*\r/.test(text.slice(last.valueSpan.end, line.span.start))))
      close()
    if (line.tag === 'SO') hasSource = true
    record.push(line)
  }
  if (breaksOff(text, record, hasSource)) {
    const message = 'The file breaks off in this record, as when a download was cut short. Export it again.'
    problems.push({ message, span: record.at(-1)!.span })
  }
  close()
  return { uri, format: 'nbib', references, problems }
}

/** Whether the last record lacks the source, which PubMed writes last and the others have, or ends in the midst of a tag. */
function breaksOff(text: string, record: readonly TaggedLine[], hasSource: boolean): boolean {
  if (record.length === 0) return false
  return (hasSource && !record.some(({ tag }) => tag === 'SO')) || /(?:^|[\r\n])[A-Z]{1,4} {0,2}(?:- ?)?$/.test(text)
}

/** Every line of a text that has a tag of PubMed's. */
export const nbibLines = (text: string): readonly TaggedLine[] => [...taggedLines(text, TAGGING, () => undefined)]

function addRecord(lines: readonly TaggedLine[], uri: string, references: Reference[], problems: Problem[]): void {
  const pmid = lines.find(line => line.tag === 'PMID' && line.value !== '')
  const span = { start: lines[0]!.span.start, end: lines.at(-1)!.span.end }
  const draft = pmid ? undefined : toCsl('', lines)
  if (draft && !draft.DOI && !draft.title) {
    problems.push({
      message: 'This record has no PMID, DOI or title, so it cannot be cited. Export it from PubMed again.',
      span: lines[0]!.span,
    })
    return
  }
  const citekey = pmid ? `pmid:${/^\S*/.exec(pmid.value)![0]}` : draft?.DOI ? `doi:${draft.DOI}` : authorYearKey(draft!)
  references.push(lazyReference(citekey, uri, span, pmid?.valueSpan ?? lines[0]!.span, () => toCsl(citekey, lines)))
}

function toCsl(id: string, lines: readonly TaggedLine[]): CslItem {
  const all = (tag: string): string[] =>
    lines.filter(line => line.tag === tag && line.value !== '').map(line => line.value)
  const one = (...tags: string[]): string | undefined => tags.flatMap(all)[0]
  const kinds = all('PT').join(';')
  const issued = englishDate(one('DP', 'DEP') ?? '')
  return compact(id, typeOf(kinds), {
    title: (one('TI', 'BTI') ?? '').replace(/([^.])\.$/, '$1'),
    author: authors(lines),
    editor: (all('FED').length > 0 ? all('FED') : all('ED')).map(medlineName),
    issued,
    'container-title': one('JT', 'TA'),
    'container-title-short': one('TA'),
    volume: one('VI'),
    issue: one('IP'),
    page: fullPages(one('PG') ?? ''),
    publisher: one('PB'),
    'publisher-place': one('PL'),
    abstract: one('AB'),
    keyword: all('MH').concat(all('OT')).join(', '),
    language: one('LA'),
    DOI: identifier([...all('LID'), ...all('AID')], 'doi'),
    PMID: one('PMID'),
    PMCID: one('PMC'),
    ISSN: one('IS')?.replace(/\s.*$/, ''),
    ISBN: one('ISBN')?.replace(/\s.*$/, ''),
  })
}

/** Full names where PubMed has them, in the order of the record; a group of authors is a name of its own. */
function authors(lines: readonly TaggedLine[]): CslName[] {
  const hasFull = lines.some(({ tag }) => tag === 'FAU')
  return lines.flatMap(({ tag, value }) => {
    if (value === '') return []
    if (tag === 'CN') return [{ literal: value }]
    return tag === (hasFull ? 'FAU' : 'AU') ? [medlineName(value)] : []
  })
}

/** `Family, Given Names`, or `Family AB`. */
export function medlineName(value: string): CslName {
  const comma = value.indexOf(',')
  if (comma > 0) {
    const [given = '', suffix] = value
      .slice(comma + 1)
      .split(',')
      .map(part => part.trim())
    return { family: value.slice(0, comma).trim(), given, ...(suffix && { suffix }) }
  }
  const found = /^(.+?)\s+(\p{Lu}{1,4})(?:\s+(Jr|Sr|[23][rn]d|I{2,3}|IV))?$/u.exec(value.trim())
  if (!found) return { literal: value.trim() }
  const given = [...found[2]!].map(letter => `${letter}.`).join(' ')
  return { family: found[1]!, given, ...(found[3] && { suffix: found[3] }) }
}

function identifier(values: readonly string[], kind: string): string | undefined {
  const marked = values.find(value => value.toLowerCase().endsWith(`[${kind}]`))
  const bare = marked?.slice(0, -kind.length - 2).trim() ?? values.find(value => /^doi:/i.test(value))
  return bare?.replace(/^doi:\s*/i, '')
}

function typeOf(kinds: string): string {
  if (/preprint/i.test(kinds)) return 'article'
  if (/book chapter|(?:^|;)chapter/i.test(kinds)) return 'chapter'
  if (/(?:^|;)book/i.test(kinds)) return 'book'
  if (/technical report/i.test(kinds)) return 'report'
  if (/dataset/i.test(kinds)) return 'dataset'
  return 'article-journal'
}
