import type { CitationStyle } from '../../bibliography/citation-style.ts'
import { plainTitle, yearOf } from '../../bibliography/describe.ts'
import { authorLine, isInBook } from '../../bibliography/format-reference.ts'
import type { CslItem } from '../../bibliography/reference.ts'
import { doiAddress, pmcidAddress, pmidAddress } from './identifiers.ts'
import { bold, italic, link, paragraphs, plain, webAddress } from './markdown.ts'

/**
 * A reference for reading in Markdown: as the manuscript's style sets it, else authors, bold title and journal line;
 * and links to where it can be read.
 */
export function referenceMarkdown(item: CslItem, style?: CitationStyle): string {
  return paragraphs(styledLine(item, style) || citationLine(item), referenceLinks(item).join(' · '))
}

const styledLine = (item: CslItem, style: CitationStyle | undefined): string =>
  (style?.format(item) ?? [])
    .map(({ text, italic: slanted, bold: heavy }) => {
      const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text)!
      const set = inner === '' ? '' : heavy ? bold(inner!) : slanted ? italic(inner!) : plain(inner!)
      return `${before && ' '}${set}${after && ' '}`
    })
    .join('')
    .trim()

/** Title and journal, for the second line of a list. */
export const titleLine = (item: CslItem): string =>
  [plainTitle(item), words(item['container-title'])].filter(Boolean).join(' — ')

/** Addresses of a reference, most lasting first. */
export function referenceAddresses(item: CslItem): { readonly text: string; readonly address: string }[] {
  const doi = doiAddress(words(item.DOI))
  const pmid = pmidAddress(words(item.PMID))
  const pmcid = pmcidAddress(words(item.PMCID))
  const url = doi ? undefined : webAddress(words(item.URL))
  return [
    ...(doi ? [{ text: `doi:${decoded(doi.slice('https://doi.org/'.length))}`, address: doi }] : []),
    ...(pmid ? [{ text: `PMID ${words(item.PMID)}`, address: pmid }] : []),
    ...(pmcid ? [{ text: words(item.PMCID), address: pmcid }] : []),
    ...(url ? [{ text: new URL(url).host, address: url }] : []),
  ]
}

const referenceLinks = (item: CslItem): string[] =>
  referenceAddresses(item).map(({ text, address }) => link(text, address))

function citationLine(item: CslItem): string {
  const issue = words(item.issue) && `(${words(item.issue)})`
  const volume = `${words(item.volume)}${issue}`
  const pages = words(item.page).replace(/(?<=\w)-{1,3}(?=\w)/g, '–')
  const book = isInBook(item) ? words(item['container-title']) : ''
  const journal = book ? '' : words(item['container-title'])
  const publisher = journal ? '' : words(item.publisher)
  const date = [publisher, yearOf(item)].filter(Boolean).join('; ')
  const place = book
    ? [sentence(date), pages && `p. ${pages}.`].filter(Boolean).join(' ')
    : `${date}${volume && `${date ? ';' : ''}${volume}`}${pages && `${date || volume ? ':' : ''}${pages}`}`
  const source = book
    ? `In: ${[sentence(italic(book)), plain(place)].filter(Boolean).join(' ')}`
    : [italic(journal), plain(place)].filter(Boolean).join(' ')
  return [plain(sentence(authorLine(item))), bold(sentence(plainTitle(item))), sentence(source)]
    .filter(Boolean)
    .join(' ')
}

const sentence = (text: string): string => (text === '' || /[.?!…]$/.test(text) ? text : `${text}.`)

/** Fields come from files: a number is taken as its digits, anything but text as missing. */
const words = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
