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

/** What stands for the publisher. */
const PUBLISHERS = new Map([
  ['report', 'institution'],
  ['thesis', 'school'],
])

const SUBTYPES = new Map([
  ['article-magazine', 'magazine'],
  ['article-newspaper', 'newspaper'],
])

/**
 * Entries in UTF-8 that Pandoc reads back to the same items, in BibTeX's own names of fields, which BibLaTeX knows as well;
 * what only BibLaTeX can say is said in its names. A key that BibTeX cannot hold becomes one that no other item has.
 */
export function writeBibtex(items: readonly CslItem[]): string {
  const taken = new Map(items.map(({ id }) => [id, 0]))
  const keyOf = (id: string): string => (citekey(id) === id ? id : freeKey(citekey(id), taken))
  return items.map(item => entry(item, keyOf(item.id))).join('\n')
}

function entry(item: CslItem, key: string): string {
  const type = TYPES.get(item.type) ?? 'misc'
  const isPart = /^in/.test(type)
  const whole = date(item.issued)
  const fields: (readonly [string, string])[] = [
    ['ids', text(item['other-ids']).split(' ').join(' , ')],
    ['author', names(item.author)],
    ['editor', names(item.editor)],
    ['translator', names(item.translator as readonly CslName[] | undefined)],
    ['bookauthor', names(item['container-author'] as readonly CslName[] | undefined)],
    ['title', title(item.title)],
    ['shorttitle', title(item['title-short'])],
    isPart ? ['booktitle', title(item['container-title'])] : ['journal', text(item['container-title'])],
    ['shortjournal', text(item['container-title-short'])],
    ['entrysubtype', SUBTYPES.get(item.type) ?? ''],
    ['series', title(item['collection-title'])],
    ['date', YEAR_AND_MONTH.test(whole) ? '' : whole],
    ...yearAndMonth(item.issued, whole),
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
    [PUBLISHERS.get(type) ?? 'publisher', text(item.publisher)],
    ['address', text(item['publisher-place'])],
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
  const written = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`)
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
  typeof value === 'string' ? value.replace(/[{}\s]+/g, '').replace(/\\/g, '/') : ''

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

/** What BibTeX can say of a date: its year, and a month by its abbreviation. */
const YEAR_AND_MONTH = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The year and month of BibTeX; of a date that says more, which stands beside them, those in which it begins. */
function yearAndMonth(issued: CslDate | undefined, whole: string): (readonly [string, string])[] {
  const [, year, month] = YEAR_AND_MONTH.exec(whole.slice(0, 7)) ?? YEAR_AND_MONTH.exec(whole.slice(0, 4)) ?? []
  if (year === undefined) return issued?.['date-parts'] ? [] : [['year', text(issued?.literal ?? issued?.raw)]]
  return [['year', year], ...(month ? [['month', MONTHS[Number(month) - 1]!] as const] : [])]
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
