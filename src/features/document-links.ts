import type { Analysis } from '../analysis/analysis.ts'
import type { Span } from '../text/span.ts'
import { doiAddress, pmcidAddress, pmidAddress } from './hover/identifiers.ts'
import { referenceAddresses } from './hover/reference.ts'
import { citationItems, findReference } from './subject.ts'

export interface DocumentLink {
  readonly span: Span
  /** A web address, or the URI of a file. */
  readonly target: string
  readonly tooltip: string
}

/** Identifiers as authors write them in running text. */
const IDENTIFIERS: readonly [RegExp, (id: string) => string | undefined][] = [
  [/\bdoi:[ ]?(10\.\d{4,9}\/[^\s"'<>[\]{}]{1,200})/gi, doiAddress],
  [/\bPMID:?[ ]?(\d{1,9})\b/gi, pmidAddress],
  [/\b(PMC\d{3,9})\b/g, pmcidAddress],
]

/**
 * What leads out of a manuscript: the `@` of a citekey to where the reference can be read (the key itself goes to its entry),
 * identifiers written in the prose, and the bibliographies that the front matter names.
 */
export function documentLinks(analysis: Analysis): readonly DocumentLink[] {
  return [...citationLinks(analysis), ...identifierLinks(analysis), ...bibliographyLinks(analysis)]
}

function citationLinks({ manuscript, library }: Analysis): DocumentLink[] {
  return citationItems(manuscript).flatMap(({ citekey, span, citekeySpan }) => {
    const reference = findReference(library, citekey)
    const address = reference ? referenceAddresses(reference.item)[0] : persistentAddress(citekey)
    const mark = { start: span.start, end: reference ? citekeySpan.start : citekeySpan.end }
    return address && mark.start < mark.end
      ? [{ span: mark, target: address.address, tooltip: `Read ${address.text}` }]
      : []
  })
}

/** Manubot and MyST cite by identifier. */
function persistentAddress(citekey: string): { text: string; address: string } | undefined {
  const [, kind, id] = /^(doi|pmid|pubmed|pmcid|pmc):(.+)$/i.exec(citekey) ?? []
  if (id === undefined) return undefined
  const find = /doi/i.test(kind!) ? doiAddress : /pmc/i.test(kind!) ? pmcidAddress : pmidAddress
  const address = find(id)
  return address === undefined ? undefined : { text: citekey, address }
}

function identifierLinks({ manuscript: { prose } }: Analysis): DocumentLink[] {
  return IDENTIFIERS.flatMap(([pattern, addressOf]) =>
    [...prose.matchAll(pattern)].flatMap(found => {
      const id = unpunctuated(found[1]!)
      const target = addressOf(id)
      const end = found.index + found[0].length - (found[1]!.length - id.length)
      return target ? [{ span: { start: found.index, end }, target, tooltip: `Open ${id}` }] : []
    }),
  )
}

/** A sentence's full stop, and a bracket that was opened before the identifier, are not part of it. */
function unpunctuated(id: string): string {
  let end = id.length
  while (end > 0) {
    const last = id[end - 1]!
    const unopened = last === ')' && !id.slice(0, end).includes('(')
    if (!/[.,;:?!]/.test(last) && !unopened) break
    end--
  }
  return id.slice(0, end)
}

function bibliographyLinks({ library }: Analysis): DocumentLink[] {
  return library.sources.flatMap(({ span, bibliography, path }) =>
    span && bibliography?.uri.startsWith('file:') ? [{ span, target: bibliography.uri, tooltip: `Open ${path}` }] : [],
  )
}
