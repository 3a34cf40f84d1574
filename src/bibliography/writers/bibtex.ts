import { freeKey } from '../make-reference.ts'
import type { CslDate, CslItem, CslName } from '../reference.ts'

/** The BibLaTeX type of each CSL type; anything else is `misc`. */
const TYPES = new Map([
  ['article-journal', 'article'],
  ['article-magazine', 'article'],
  ['article-newspaper', 'article'],
  ['book', 'book'],
  ['chapter', 'incollection'],
  ['dataset', 'dataset'],
  ['entry-dictionary', 'inreference'],
  ['entry-encyclopedia', 'inreference'],
  ['graphic', 'image'],
  ['legal_case', 'jurisdiction'],
  ['legislation', 'legislation'],
  ['manuscript', 'unpublished'],
  ['motion_picture', 'video'],
  ['pamphlet', 'booklet'],
  ['paper-conference', 'inproceedings'],
  ['patent', 'patent'],
  ['personal_communication', 'letter'],
  ['report', 'report'],
  ['review', 'review'],
  ['software', 'software'],
  ['song', 'audio'],
  ['thesis', 'thesis'],
  ['webpage', 'online'],
])

const SUBTYPES = new Map([
  ['article-magazine', 'magazine'],
  ['article-newspaper', 'newspaper'],
])

/** BibLaTeX entries in UTF-8, which Pandoc reads back to the same items; a key that BibTeX cannot hold becomes one that no other item has. */
export function writeBibtex(items: readonly CslItem[]): string {
  const taken = new Map(items.map(({ id }) => [id, 0]))
  const keyOf = (id: string): string => (citekey(id) === id ? id : freeKey(citekey(id), taken))
  return items.map(item => entry(item, keyOf(item.id))).join('\n')
}

function entry(item: CslItem, key: string): string {
  const type = TYPES.get(item.type) ?? 'misc'
  const isPart = /^in/.test(type)
  const fields: (readonly [string, string])[] = [
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator as readonly CslName[] | undefined)],
    ['bookauthor', names(item['container-author'] as readonly CslName[] | undefined)],
    ['title', title(item.title)],
    ['shorttitle', title(item['title-short'])],
    isPart ? ['booktitle', title(item['container-title'])] : ['journaltitle', text(item['container-title'])],
    ['shortjournal', text(item['container-title-short'])],
    ['entrysubtype', SUBTYPES.get(item.type) ?? ''],
    ['series', title(item['collection-title'])],
    ['date', date(item.issued)],
    ['year', item.issued?.['date-parts'] ? '' : text(item.issued?.literal ?? item.issued?.raw)],
    ['volume', text(item.volume)],
    ['number', text(type === 'article' ? item.issue : (item.number ?? item['collection-number']))],
    ['issue', type === 'article' ? '' : text(item.issue)],
    ['chapter', text(item['chapter-number'])],
    ['pages', text(item.page).replace(/(\d)-(?=[A-Za-z]?\d)/g, '$1--')],
    ['pagetotal', text(item['number-of-pages'])],
    ['volumes', text(item['number-of-volumes'])],
    ['edition', text(item.edition)],
    ['version', text(item.version)],
    ['type', text(item.genre)],
    ['publisher', text(item.publisher)],
    ['location', text(item['publisher-place'])],
    ['doi', verbatim(item.DOI)],
    ['pmid', verbatim(item.PMID)],
    ['pmcid', verbatim(item.PMCID)],
    ['isbn', text(item.ISBN)],
    ['issn', text(item.ISSN)],
    ['url', verbatim(item.URL)],
    ['urldate', date(item.accessed as CslDate | undefined)],
    ['langid', text(item.language)],
    ['keywords', text(item.keyword)],
    ['note', text(item.note)],
    ['annotation', text(item.annote)],
    ['abstract', text(item.abstract)],
  ]
  const written = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@${type}{${key},\n${written.join('')}}\n`
}

/** A key that BibTeX can hold: no spaces, commas, braces or signs that mean something to it. */
const citekey = (id: string): string => id.replace(/[\s,{}"#%\\~=]+/g, '_')

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** What LaTeX reads as something else: signs of its own, and those that turn a mark before a quotation mark over. */
const escaped = (value: string): string =>
  value.replace(/[\\{}$&%#_~^]/g, character => SPECIAL[character]!).replace(/[!?](?=`)/g, '$&{}')

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/<i>/g, '\\textit{'],
  [/<b>/g, '\\textbf{'],
  [/<sup>/g, '\\textsuperscript{'],
  [/<sub>/g, '\\textsubscript{'],
  [/<span style="font-variant: ?small-caps;?">/g, '\\textsc{'],
  [/<span class="nocase">/g, '{'],
  [/<\/(?:i|b|sup|sub|span)>/g, '}'],
]

/** Text with its markup as LaTeX; formulas between dollar signs stay. */
function text(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return ''
  const source = String(value).replace(/\s+/g, ' ').trim()
  const parts = source.split(/(<\/?(?:i|b|sup|sub|span)\b[^<>]*>|\$(?:[^$\\]|\\[^$])+\$)/)
  return balanced(
    parts.map((part, index) => (index % 2 === 0 ? escaped(part) : part.startsWith('$') ? part : tag(part))).join(''),
    source,
  )
}

const tag = (source: string): string =>
  TAGS.reduce((result, [pattern, latex]) => result.replace(pattern, latex), source)

/** Tags that do not match would leave braces open: then the text goes without them. */
function balanced(latex: string, source: string): string {
  let depth = 0
  for (let position = 0; position < latex.length && depth >= 0; position++) {
    if (latex[position] === '\\') position++
    else if (latex[position] === '{') depth++
    else if (latex[position] === '}') depth--
  }
  return depth === 0 ? latex : escaped(source)
}

/** A title keeps its capitals through Pandoc's sentence case when all of it stands in braces. */
const title = (value: unknown): string => {
  const latex = text(value)
  return latex ? `{${latex}}` : ''
}

const verbatim = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .replace(/[{}\s]+/g, '')
        .replace(/\\/g, '/')
        .replace(/([%#&])/g, '\\$1')
    : ''

const names = (list: readonly CslName[] | undefined): string => (list ?? []).map(nameOf).filter(Boolean).join(' and ')

function nameOf({ family, given, suffix, literal, ...rest }: CslName): string {
  if (literal !== undefined) return literal === 'others' ? 'others' : `{${text(literal)}}`
  const particle = [rest['dropping-particle'], rest['non-dropping-particle']].filter(Boolean).join(' ')
  if (!particle && !given && /\s/.test(family ?? '')) return `{${text(family)}}`
  const last = part(family ?? '')
  const whole = particle ? `${text(particle)} ${last}` : last
  return [whole, suffix && part(suffix), given && part(given)].filter(Boolean).join(', ')
}

/** Part of a name; what would be read as a separator or as a particle is held together by braces. */
function part(value: string): string {
  const latex = text(value)
  return /,|\band\b/i.test(latex) || (/\s/.test(latex) && /(?:^|\s)\p{Ll}/u.test(latex)) ? `{${latex}}` : latex
}

/** `2020-05-17`, or two of them with a slash. */
function date(value: CslDate | undefined): string {
  const sides = (value?.['date-parts'] ?? []).map(([year, month, day]) => {
    if (year === undefined) return ''
    const shown = year < 0 ? `-${String(-year - 1).padStart(4, '0')}` : String(year).padStart(4, '0')
    const two = (number: number): string => String(number).padStart(2, '0')
    return [shown, ...(month ? [two(month), ...(day ? [two(day)] : [])] : [])].join('-')
  })
  return sides.filter(Boolean).join('/') + (value?.circa && sides.length > 0 ? '~' : '')
}
