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
  const year = yearOf(item)
  const volume = [text(item, 'volume'), text(item, 'issue') && `(${text(item, 'issue')})`].filter(Boolean).join('')
  const pages = text(item, 'page')
  const place = `${year}${volume && `${year ? ';' : ''}${volume}`}${pages && `${year || volume ? ':' : ''}${pages}`}`
  const source = text(item, 'container-title')
  const publisher = source ? '' : text(item, 'publisher')
  return sentences([
    authorLine(item),
    plainTitle(item),
    source,
    publisher ? `${publisher}${place && `; ${place}`}` : place,
    identifier(item),
  ])
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

/** `Smith J, Doe A`; of more than six authors three and “et al” (ICMJE), and so where the source says no more of them. */
export function authorLine(item: CslItem): string {
  const names = creatorsOf(item)
  const shown = names.length > 6 ? names.slice(0, 3) : names.filter(name => name.literal !== 'others')
  return [...shown.map(nameWithInitials), ...(shown.length < names.length ? ['et al'] : [])].join(', ')
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
