import type { CslDate, CslItem, CslName } from '../../bibliography/reference.ts'
import { doiAddress, pmcidAddress, pmidAddress } from './identifiers.ts'
import { bold, italic, link, paragraphs, plain, webAddress } from './markdown.ts'

/** A reference formatted for reading in Markdown: authors, bold title, journal line, and links to where it can be read. */
export function referenceMarkdown(item: CslItem): string {
  return paragraphs(citationLine(item), referenceLinks(item).join(' · '))
}

/** “Smith J, Doe A, et al.”: the first six authors as biomedical journals list them; editors when there are no authors. */
export function authorsOf(item: CslItem, most = 6): string {
  const authors = list(item.author)
  const names = (authors.length > 0 ? authors : list(item.editor)).map(nameOf).filter(name => name !== '')
  const shown = names.length > most ? [...names.slice(0, most), 'et al'] : names
  return shown.join(', ')
}

/** The year of publication as it is known. */
export function yearOf({ issued }: CslItem): string {
  const date = (issued ?? {}) as CslDate
  const year = Array.isArray(date['date-parts']) ? date['date-parts'][0]?.[0] : undefined
  return words(year) || /\d{4}/.exec(`${words(date.literal)} ${words(date.raw)}`)?.[0] || words(date.literal)
}

export const titleOf = (item: CslItem): string => words(item.title)

/** Addresses of a reference, most lasting first. */
export function referenceAddresses(item: CslItem): { readonly text: string; readonly address: string }[] {
  const doi = doiAddress(words(item.DOI))
  const pmid = pmidAddress(words(item.PMID))
  const pmcid = pmcidAddress(words(item.PMCID))
  const url = doi ? undefined : webAddress(words(item.URL))
  return [
    ...(doi ? [{ text: `doi:${doi.slice('https://doi.org/'.length)}`, address: doi }] : []),
    ...(pmid ? [{ text: `PMID ${words(item.PMID)}`, address: pmid }] : []),
    ...(pmcid ? [{ text: words(item.PMCID), address: pmcid }] : []),
    ...(url ? [{ text: new URL(url).host, address: url }] : []),
  ]
}

const referenceLinks = (item: CslItem): string[] =>
  referenceAddresses(item).map(({ text, address }) => link(decode(text), address))

function citationLine(item: CslItem): string {
  const journal = words(item['container-title']) || words(item.publisher)
  const issue = words(item.issue) && `(${words(item.issue)})`
  const pages = words(item.page).replace(/(?<=\w)-{1,3}(?=\w)/g, '–')
  const place = `${words(item.volume)}${issue}${pages && `:${pages}`}`
  const when = [yearOf(item), place].filter(Boolean).join(';')
  const source = [italic(journal), plain(when)].filter(Boolean).join(' ')
  return [sentence(plain(authorsOf(item))), bold(sentence(titleOf(item))), sentence(source)].filter(Boolean).join(' ')
}

const sentence = (text: string): string => (text === '' || /[.?!…]$/.test(text) ? text : `${text}.`)

/** “Smith JA”: family name, then initials. */
function nameOf(name: CslName): string {
  const literal = words(name.literal)
  if (literal) return literal
  const particle = words(name['non-dropping-particle']) || words(name['dropping-particle'])
  const initials = words(name.given)
    .split(/[\s.-]+/)
    .map(part => [...part][0] ?? '')
    .join('')
  return [particle, words(name.family), initials, words(name.suffix)].filter(Boolean).join(' ')
}

const list = (names: readonly CslName[] | undefined): readonly CslName[] =>
  Array.isArray(names) ? names.filter(name => typeof name === 'object' && name !== null) : []

/** Fields come from files: a number is taken as its digits, anything but text as missing. */
const words = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
