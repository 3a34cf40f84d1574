import type { Analysis } from '../analysis/analysis.ts'
import type { Library, Reference } from '../bibliography/reference.ts'
import type { Mention } from '../lexicon/concept.ts'
import type { CitationItem, Manuscript } from '../manuscript/manuscript.ts'
import { contains, type Span, slice } from '../text/span.ts'

/** What stands at a place of a manuscript and has a name that other places share; `span` covers the name alone. */
export type Subject =
  | { readonly kind: 'citekey'; readonly name: string; readonly span: Span }
  | { readonly kind: 'label'; readonly name: string; readonly span: Span }
  | { readonly kind: 'footnote'; readonly name: string; readonly span: Span }
  | { readonly kind: 'abbreviation'; readonly name: string; readonly span: Span }
  | { readonly kind: 'mention'; readonly name: string; readonly span: Span; readonly mention: Mention }

/** The subject at `offset`, most specific first; nothing when only plain text stands there. */
export function subjectAt(analysis: Analysis, offset: number): Subject | undefined {
  const { manuscript } = analysis
  const item = citationItems(manuscript).find(({ span }) => contains(span, offset))
  if (item) return { kind: 'citekey', name: item.citekey, span: item.citekeySpan }

  const reference = manuscript.crossReferences.find(({ span }) => contains(span, offset))
  if (reference) return { kind: 'label', name: reference.label, span: reference.labelSpan }
  const label = manuscript.labels.find(({ span }) => contains(span, offset))
  if (label) return { kind: 'label', name: label.label, span: label.span }

  const { references, definitions } = manuscript.footnotes
  const mark = [...references, ...definitions].find(({ span }) => contains(span, offset))
  if (mark) return { kind: 'footnote', name: mark.label, span: footnoteName(manuscript, mark.span, mark.label) }

  const abbreviation = abbreviationAt(analysis, offset)
  if (abbreviation) return abbreviation
  const mention = analysis.mentions.find(({ span }) => contains(span, offset))
  return mention && { kind: 'mention', name: slice(manuscript.text, mention.span), span: mention.span, mention }
}

/** The reference whose entry stands at `offset` of a bibliography, when the manuscript cites from there. */
export function subjectInBibliography({ library }: Analysis, uri: string, offset: number): Subject | undefined {
  for (const { bibliography } of library.sources) {
    if (bibliography?.uri !== uri) continue
    const reference = bibliography.references.find(({ citekeySpan }) => contains(citekeySpan, offset))
    if (reference) return { kind: 'citekey', name: reference.citekey, span: reference.citekeySpan }
  }
  return undefined
}

/** Everything that is cited in a manuscript, without what its renderer takes for a cross-reference. */
export const citationItems = (manuscript: Manuscript): CitationItem[] =>
  manuscript.citations.flatMap(({ items }) => items.filter(({ crossReference }) => !crossReference))

/** The reference that a citekey names, by its key or by an alias. */
export const findReference = (library: Library, citekey: string): Reference | undefined =>
  library.references.get(citekey) ?? library.aliases.get(citekey)

/** The places where an abbreviation that the manuscript defines stands as a word of the prose, definitions included. */
export function abbreviationUses({ manuscript: { prose } }: Analysis, short: string): Span[] {
  const spans: Span[] = []
  for (let start = prose.indexOf(short); start >= 0; start = prose.indexOf(short, start + short.length)) {
    const end = start + short.length
    if (isWordEdge(prose, start) && isWordEdge(prose, end)) spans.push({ start, end })
  }
  return spans
}

function abbreviationAt(analysis: Analysis, offset: number): Subject | undefined {
  const { prose } = analysis.manuscript
  for (const { short } of analysis.abbreviations) {
    if (short === '') continue
    const from = Math.max(0, offset - short.length)
    const start = prose.slice(from, offset + short.length).indexOf(short)
    if (start < 0) continue
    const span = { start: from + start, end: from + start + short.length }
    if (contains(span, offset) && isWordEdge(prose, span.start) && isWordEdge(prose, span.end)) {
      return { kind: 'abbreviation', name: short, span }
    }
  }
  return undefined
}

const isWordEdge = (prose: string, offset: number): boolean =>
  !(WORD.test(prose[offset - 1] ?? '') && WORD.test(prose[offset] ?? ''))

const WORD = /[\p{L}\p{N}]/u

/** `[^note]` → `note`. */
export function footnoteName({ text }: Manuscript, span: Span, label: string): Span {
  const start = text.indexOf(label, span.start)
  return start < 0 || start + label.length > span.end ? span : { start, end: start + label.length }
}
