import type { Analysis } from '../analysis/analysis.ts'
import { singularOf } from '../analysis/short-forms.ts'
import type { Library, Reference } from '../bibliography/reference.ts'
import type { Mention } from '../lexicon/concept.ts'
import type { Abbreviation } from '../manuscript/abbreviations.ts'
import type { CitationItem, Manuscript } from '../manuscript/manuscript.ts'
import { contains, type Span, shift, slice } from '../text/span.ts'
import { texCitekeys } from './tex-citations.ts'

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

  const inTex = texCitekeys(manuscript).find(({ citekeySpan }) => contains(citekeySpan, offset))
  if (inTex) return { kind: 'citekey', name: inTex.citekey, span: inTex.citekeySpan }

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

/** The definitions of an abbreviation, in order; of `CTC`, that of `CTCs` as well. */
export const definitionsOfAbbreviation = ({ abbreviations }: Analysis, name: string): readonly Abbreviation[] =>
  abbreviations.filter(({ short }) => singularOf(short) === name)

/**
 * The places where an abbreviation that the manuscript defines stands as a word, definitions and plurals included, in the
 * prose and in the metadata that is rendered. Spans leave a plural s out; `name` has none.
 */
export function abbreviationUses(analysis: Analysis, name: string): Span[] {
  const { prose, frontMatter } = analysis.manuscript
  const longer = longerThan(namesOf(analysis), name)
  const inMetadata = frontMatter.strings.flatMap(({ value, span, offsets }) => {
    // metadata that the reader has blocks of is prose already
    if (prose.slice(span.start, span.end).trim() !== '') return []
    const offsetOf = (offset: number): number => offsets?.[offset] ?? span.start + offset
    return usesIn(value, name, longer).map(({ start, end }) => ({ start: offsetOf(start), end: offsetOf(end - 1) + 1 }))
  })
  return [...inMetadata, ...usesIn(prose, name, longer)]
}

/** What the abbreviations are called that a manuscript defines, each once. */
export const namesOf = ({ abbreviations }: Pick<Analysis, 'abbreviations'>): readonly string[] =>
  [...new Set(abbreviations.map(({ short }) => singularOf(short)))].filter(Boolean)

/** The names that hold another: “MSI-H” is no use of “MSI” where both are defined. */
const longerThan = (names: readonly string[], name: string): readonly string[] =>
  names.filter(other => other.length > name.length && other.includes(name))

function usesIn(prose: string, name: string, longer: readonly string[]): Span[] {
  const spans: Span[] = []
  for (let start = prose.indexOf(name); start >= 0; start = prose.indexOf(name, start + name.length)) {
    const span = { start, end: start + name.length }
    if (standsAlone(prose, span) && !longer.some(other => standsWithin(prose, start, name, other))) spans.push(span)
  }
  return spans
}

/** Whether `name` at `start` is a part of `other` there. */
function standsWithin(prose: string, start: number, name: string, other: string): boolean {
  for (let inside = other.indexOf(name); inside >= 0; inside = other.indexOf(name, inside + 1)) {
    const span = { start: start - inside, end: start - inside + other.length }
    if (span.start >= 0 && prose.startsWith(other, span.start) && standsAlone(prose, span)) return true
  }
  return false
}

function abbreviationAt(analysis: Analysis, offset: number): Subject | undefined {
  const names = namesOf(analysis)
  for (const name of names) {
    const found = usesNear(analysis, name, names, offset).find(
      span => contains(span, offset) || isPluralAt(analysis, span, offset),
    )
    if (found) return { kind: 'abbreviation', name, span: found }
  }
  return undefined
}

/** The uses of a name around an offset; in the metadata, all of them. */
function usesNear(analysis: Analysis, name: string, names: readonly string[], offset: number): readonly Span[] {
  const { prose, frontMatter } = analysis.manuscript
  if (frontMatter.span && offset < frontMatter.span.end) return abbreviationUses(analysis, name)
  if (!prose.slice(Math.max(0, offset - name.length - 2), offset + name.length + 2).includes(name)) return []
  const longer = longerThan(names, name)
  const reach = Math.max(name.length, ...longer.map(({ length }) => length)) + 2
  const from = Math.max(0, offset - reach)
  return usesIn(prose.slice(from, offset + reach), name, longer).map(span => shift(span, from))
}

/** Whether `offset` is right behind the plural s of a use. */
const isPluralAt = ({ manuscript: { text } }: Analysis, { end }: Span, offset: number): boolean =>
  offset === end + 1 && text[end] === 's'

/** Whether a name is a word there, or a word with a plural s. */
function standsAlone(prose: string, { start, end }: Span): boolean {
  if (!isWordEdge(prose, start)) return false
  if (isWordEdge(prose, end)) return true
  return (
    prose[end] === 's' && isWordEdge(prose, end + 1) && singularOf(prose.slice(start, end + 1)).length === end - start
  )
}

const isWordEdge = (prose: string, offset: number): boolean =>
  !(WORD.test(prose[offset - 1] ?? '') && WORD.test(prose[offset] ?? ''))

const WORD = /[\p{L}\p{N}]/u

/** `[^note]` → `note`. */
export function footnoteName({ text }: Manuscript, span: Span, label: string): Span {
  const start = text.indexOf(label, span.start)
  return start < 0 || start + label.length > span.end ? span : { start, end: start + label.length }
}
