import type { Problem } from '../../text/span.ts'
import { atOnce, type Steps } from '../../text/steps.ts'
import { at, childrenOf, elementSteps, textOf, type XmlElement } from '../../text/xml.ts'
import { monthNumber } from '../english-date.ts'
import { compact, lazyReference } from '../make-reference.ts'
import type { Bibliography, BibliographyReader, CslDate, CslItem, CslName, Reference } from '../reference.ts'
import { parseVancouver } from './vancouver-line.ts'

/** The reference list of an article in JATS or NLM XML (PubMed Central); citekeys are the ids of its `<ref>` elements. */
export const jats: BibliographyReader = {
  format: 'jats',
  extensions: ['.nxml', '.xml'],
  recognises: text => /<(?:article|ref-list|pmc-articleset)\b/.test(text.slice(0, 20_000)),
  read: (text, uri) => atOnce(readJats(text, uri)),
  steps: readJats,
}

function* readJats(text: string, uri: string): Steps<Bibliography> {
  const references: Reference[] = []
  const unnamed: Problem[] = []
  const problems = yield* elementSteps(text, new Set(['ref']), ref => {
    const id = ref.attributes.get('id')
    if (!id) {
      unnamed.push({
        message: 'This <ref> has no id, so it cannot be cited. Give it one.',
        span: { start: ref.start, end: ref.start + 4 },
      })
      return
    }
    const inside = text.indexOf(id, ref.start)
    const citekeySpan =
      inside > 0 && inside < ref.end ? { start: inside, end: inside + id.length } : { start: ref.start, end: ref.end }
    references.push(lazyReference(id, uri, { start: ref.start, end: ref.end }, citekeySpan, () => toCsl(id, ref)))
  })
  return { uri, format: 'jats', references, problems: [...problems, ...unnamed] }
}

const CITATIONS = ['element-citation', 'mixed-citation', 'nlm-citation', 'citation']
const TYPES = new Map([
  ['journal', 'article-journal'],
  ['book', 'book'],
  ['chapter', 'chapter'],
  ['confproc', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['thesis', 'thesis'],
  ['report', 'report'],
  ['gov', 'report'],
  ['web', 'webpage'],
  ['webpage', 'webpage'],
  ['data', 'dataset'],
  ['software', 'software'],
  ['preprint', 'article'],
  ['patent', 'patent'],
])

function toCsl(id: string, ref: XmlElement): CslItem {
  const citation = citationOf(ref)
  const structured = citation?.children.some(
    child => typeof child !== 'string' && /^(?:source|article-title|year|person-group)$/.test(child.name),
  )
  if (!citation || !structured) return { ...parseVancouver(textOf(citation ?? ref)), id }
  const field = (name: string): string => textOf(at(citation, name))
  const kind = ['publication-type', 'citation-type'].map(name => citation.attributes.get(name)).find(Boolean) ?? ''
  const title =
    textOf(at(citation, 'article-title'), true) ||
    textOf(at(citation, 'chapter-title'), true) ||
    textOf(at(citation, 'data-title'), true)
  const source = textOf(at(citation, 'source'), true)
  const type = TYPES.get(kind) ?? (title && source ? 'article-journal' : 'book')
  const whole = type === 'book' && title && source
  const first = field('fpage')
  const last = field('lpage')
  const identifier = (name: string): string =>
    textOf(childrenOf(citation, 'pub-id').find(({ attributes }) => attributes.get('pub-id-type') === name))
  return compact(id, whole ? 'chapter' : type, {
    title: title || source,
    'container-title': title ? source : '',
    author: people(citation, 'author'),
    editor: people(citation, 'editor'),
    issued: date(citation),
    volume: field('volume'),
    issue: field('issue'),
    page: first && last && last !== first ? `${first}-${last}` : first || field('elocation-id') || field('page-range'),
    publisher: field('publisher-name'),
    'publisher-place': field('publisher-loc'),
    edition: field('edition'),
    DOI: identifier('doi'),
    PMID: identifier('pmid'),
    PMCID: identifier('pmcid'),
    URL: textOf(at(citation, 'ext-link')) || textOf(at(citation, 'uri')),
  })
}

/** The citation, also where several languages or versions of it stand side by side. */
function citationOf(ref: XmlElement): XmlElement | undefined {
  for (const name of CITATIONS) {
    const found = at(ref, name) ?? at(ref, 'citation-alternatives', name)
    if (found) return found
  }
  return undefined
}

/** The names of one role in a citation, or of a contributor. */
export function people(citation: XmlElement, role: string): CslName[] {
  const groups = childrenOf(citation, 'person-group').filter(
    ({ attributes }) => (attributes.get('person-group-type') ?? 'author') === role,
  )
  const holders = groups.length > 0 || role !== 'author' ? groups : [citation]
  return holders.flatMap(group =>
    group.children.flatMap((child): CslName[] => {
      if (typeof child === 'string') return []
      if (child.name === 'collab' || child.name === 'institution') return [{ literal: textOf(child) }]
      if (child.name === 'etal') return [{ literal: 'others' }]
      if (child.name !== 'name' && child.name !== 'string-name') return []
      const family = textOf(at(child, 'surname'))
      const given = textOf(at(child, 'given-names'))
      const suffix = textOf(at(child, 'suffix'))
      if (!family) return textOf(child) ? [{ literal: textOf(child) }] : []
      return [{ family, ...(given && { given }), ...(suffix && { suffix }) }]
    }),
  )
}

function date(citation: XmlElement): CslDate | undefined {
  const text = textOf(at(citation, 'year')) || textOf(at(citation, 'date', 'year'))
  const year = /\d{4}/.exec(text)?.[0]
  if (!year) return text ? { literal: text } : undefined
  const month = monthNumber(textOf(at(citation, 'month')))
  const day = Number(textOf(at(citation, 'day')))
  return { 'date-parts': [[Number(year), ...(month ? [month, ...(day ? [day] : [])] : [])]] }
}
