import { ordinal } from '../text/ordinal.ts'
import { creatorsOf, familyName, plainTitle, yearOf } from './describe.ts'
import { stripMarkup } from './readers/bibtex/latex.ts'
import type { CslItem, CslName } from './reference.ts'

export type ReferenceStyle = 'vancouver' | 'author-year'

/** One reference as a line of plain text, in the style of the ICMJE (“Vancouver”) or in author-year order. */
export function formatReference(item: CslItem, style: ReferenceStyle): string {
  return style === 'vancouver' ? vancouver(item) : authorYear(item)
}

/** `Smith J, Doe A. Title. Journal. 2020;12(3):45-50. doi:…` (ICMJE). */
function vancouver(item: CslItem): string {
  if (isInBook(item))
    return sentences([authorLine(item), plainTitle(item), bookLine(item), pagesLine(item), identifier(item)])
  const year = yearOf(item)
  const volume = [text(item, 'volume'), text(item, 'issue') && `(${text(item, 'issue')})`].filter(Boolean).join('')
  const pages = text(item, 'page')
  const place = `${year}${volume && `${year ? ';' : ''}${volume}`}${pages && `${year || volume ? ':' : ''}${pages}`}`
  const source = text(item, 'container-title-short') || text(item, 'container-title')
  const publisher = source ? '' : imprint(item)
  return sentences([
    authorLine(item),
    plainTitle(item),
    source,
    source ? '' : edition(item),
    publisher ? `${publisher}${place && `; ${place}`}` : place,
    identifier(item),
  ])
}

/** Whether a work is part of a book, which is named behind “In:”. */
export const isInBook = (item: CslItem): boolean =>
  /^(?:chapter|paper-conference|entry)/.test(item.type) && text(item, 'container-title') !== ''

/** `In: Doe A, editor. Book. 2nd ed. New York: Press; 2002` (ICMJE). */
function bookLine(item: CslItem): string {
  const editors = item.author?.length ? (item.editor ?? []) : []
  const names = editors.map(nameWithInitials).join(', ')
  const edited = names && `${names}, editor${editors.length > 1 ? 's' : ''}`
  const published = [imprint(item), yearOf(item)].filter(Boolean).join('; ')
  return `In: ${sentences([edited, text(item, 'container-title'), edition(item), published])}`
}

const pagesLine = (item: CslItem): string => text(item, 'page') && `p. ${text(item, 'page')}`

/** `New York: Press` */
const imprint = (item: CslItem): string =>
  [text(item, 'publisher-place'), text(item, 'publisher')].filter(Boolean).join(': ')

/** `2nd ed`; a first edition is not said to be one. */
function edition(item: CslItem): string {
  const value = text(item, 'edition')
  if (value === '' || value === '1') return ''
  if (/^\d+$/.test(value)) return `${ordinal(value)} ed`
  return /\bed(?:\.|ition)?\b/i.test(value) ? value : `${value} ed`
}

/** `Smith J, Doe A (2020) Title. Journal 12(3): 45-50. doi:…` */
function authorYear(item: CslItem): string {
  const names = creatorsOf(item)
  const authors = names.map(nameWithInitials).join(', ')
  const year = yearOf(item)
  const head = [authors, year && `(${year})`].filter(Boolean).join(' ')
  const volume = [text(item, 'volume'), text(item, 'issue') && `(${text(item, 'issue')})`].filter(Boolean).join('')
  const place = [volume, text(item, 'page')].filter(Boolean).join(': ')
  const source = [text(item, 'container-title') || text(item, 'publisher'), place].filter(Boolean).join(' ')
  const title = plainTitle(item)
  return sentences([head && title ? `${head} ${title}` : head || title, source, identifier(item)])
}

/** `Smith J, Doe A`; of more than six authors six and “et al” (ICMJE), and so where the source says no more of them; editors in place of authors say so. */
export function authorLine(item: CslItem): string {
  const names = creatorsOf(item)
  const shown = names.length > 6 ? names.slice(0, 6) : names.filter(name => name.literal !== 'others')
  const listed = [...shown.map(nameWithInitials), ...(shown.length < names.length ? ['et al'] : [])]
  const editors = names.length > 0 && names === item.editor ? [names.length > 1 ? 'editors' : 'editor'] : []
  return [...listed, ...editors].join(', ')
}

/** `Smith JA`, `van der Berg P`, or an organisation as it stands. */
export function nameWithInitials(name: CslName): string {
  const family = familyName(name)
  if (!name.given || !name.family) return family
  return [family, initials(name.given), name.suffix].filter(Boolean).join(' ')
}

const initials = (given: string): string =>
  given
    .split(/[\s.\-‐–]+/)
    .map(word => String.fromCodePoint(word.codePointAt(0) ?? 32).trim())
    .filter(letter => /\p{L}/u.test(letter))
    .map(letter => letter.toUpperCase())
    .join('')

function text(item: CslItem, field: string): string {
  const value = item[field]
  return typeof value === 'string' ? stripMarkup(value).trim() : typeof value === 'number' ? String(value) : ''
}

function identifier(item: CslItem): string {
  if (text(item, 'DOI')) return `doi:${text(item, 'DOI')}`
  if (text(item, 'PMID')) return `PMID: ${text(item, 'PMID')}`
  return text(item, 'URL')
}

/** Parts with full stops between; none after a stop, and none at the end of an address. */
const sentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part, index, all) =>
      /[.?!…]$/.test(part) || (index === all.length - 1 && /^(?:doi:|https?:|PMID)/.test(part)) ? part : `${part}.`,
    )
    .join(' ')
