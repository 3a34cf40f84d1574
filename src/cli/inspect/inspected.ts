import type { Analysis } from '../../analysis/analysis.ts'
import { clashes } from '../../bibliography/merge-library.ts'
import type { BibliographyFormat, BibliographySource } from '../../bibliography/reference.ts'
import { readingsOf } from '../../lexicon/readings.ts'
import type { Citation, CitationItem, DialectName, LabelKind } from '../../manuscript/manuscript.ts'
import type { Rule } from '../../rules/rule.ts'
import { undefinedFootnote } from '../../rules/undefined-footnote.ts'
import { citekeyResolver } from '../../rules/unresolved-citation.ts'
import { unresolvedCrossReference } from '../../rules/unresolved-cross-reference.ts'
import { valuesOf } from '../../settings/setting.ts'
import { type Span, slice } from '../../text/span.ts'
import { pathOf } from '../paths.ts'
import { type Place, type Places, startAndEnd } from '../report.ts'
import { type InspectedLexicon, inspectedLexicon } from './lexicons.ts'

interface Placed {
  readonly start: Place
  readonly end: Place
}

/** Everything Stroma sees in a manuscript, as `stroma inspect --json` prints it, version 1. */
export interface Inspected {
  readonly path: string
  readonly dialect: DialectName
  readonly bibliographies: readonly InspectedBibliography[]
  readonly clashes: readonly InspectedClash[]
  readonly lexicons: readonly InspectedLexicon[]
  readonly citations: readonly InspectedCitation[]
  readonly crossReferences: readonly (Placed & { label: string; kind: LabelKind; resolved: boolean })[]
  readonly labels: readonly (Placed & { label: string; kind: LabelKind })[]
  readonly footnotes: {
    readonly references: readonly (Placed & { label: string; resolved: boolean })[]
    readonly definitions: readonly (Placed & { label: string })[]
  }
  readonly mentions: readonly (Placed & { concept: string; form: string; text: string })[]
  readonly abbreviations: readonly (Placed & { short: string; long: string })[]
}

export interface InspectedBibliography {
  readonly path: string
  /** Absent when nothing could be read. */
  readonly format?: BibliographyFormat
  readonly references: number
  readonly problems: readonly { readonly message: string; readonly start: Place }[]
  readonly declaredIn: BibliographySource['declaredIn']
  /** Every path looked at, in order. */
  readonly looked: readonly string[]
  /** What is worth knowing although it was read. */
  readonly note?: string
}

/** A citekey that several references have: the file whose reference counts, and the one whose does not. */
export interface InspectedClash {
  readonly citekey: string
  readonly winner: string
  readonly winnerStart: Place
  readonly loser: string
  readonly loserStart: Place
}

export interface InspectedCitation extends Placed {
  readonly mode: Citation['mode']
  readonly items: readonly (Placed & {
    citekey: string
    prefix: string
    suffix: string
    suppressAuthor: boolean
    crossReference: boolean
    resolved: boolean
  })[]
}

export interface InspectionInputs {
  readonly analysis: Analysis
  readonly cwd: string
  placesIn(uri: string): Promise<Places>
}

export async function inspected({ analysis, cwd, placesIn }: InspectionInputs): Promise<Inspected> {
  const { manuscript, library } = analysis
  const here = await placesIn(analysis.uri)
  const at = (span: Span): Placed => startAndEnd(span, here)
  const resolves = resolutionOf(analysis)
  return {
    path: pathOf(analysis.uri, cwd),
    dialect: manuscript.dialect,
    bibliographies: await Promise.all(
      [...library.sources, ...library.offered.sources].map(source => bibliographyOf(source, { here, cwd, placesIn })),
    ),
    clashes: await Promise.all(
      clashes(library).map(async ({ citekey, winner, loser }) => ({
        citekey,
        winner: pathOf(winner.location.uri, cwd),
        winnerStart: startAndEnd(winner.citekeySpan, await placesIn(winner.location.uri)).start,
        loser: pathOf(loser.location.uri, cwd),
        loserStart: startAndEnd(loser.citekeySpan, await placesIn(loser.location.uri)).start,
      })),
    ),
    lexicons: await Promise.all(analysis.lexiconSources.map(source => inspectedLexicon(source, cwd, placesIn))),
    citations: manuscript.citations.map(citation => citationOf(citation, at, resolves)),
    crossReferences: manuscript.crossReferences.map(reference => ({
      label: reference.label,
      kind: reference.kind,
      resolved: resolves.crossReference(reference.span),
      ...at(reference.span),
    })),
    labels: manuscript.labels.map(({ label, kind, span }) => ({ label, kind, ...at(span) })),
    footnotes: {
      references: manuscript.footnotes.references.map(mark => ({
        label: mark.label,
        resolved: resolves.footnote(mark.span),
        ...at(mark.span),
      })),
      definitions: manuscript.footnotes.definitions.map(({ label, span }) => ({ label, ...at(span) })),
    },
    mentions: readingsOf(analysis.mentions).map(({ concept, form, span }) => ({
      concept: concept.id,
      form: form.text,
      text: slice(manuscript.text, span),
      ...at(span),
    })),
    abbreviations: analysis.abbreviations.map(({ short, long, span }) => ({ short, long, ...at(span) })),
  }
}

function citationOf(
  { mode, items, span }: Citation,
  at: (span: Span) => Placed,
  resolves: Resolution,
): InspectedCitation {
  return {
    mode,
    items: items.map(item => ({
      citekey: item.citekey,
      prefix: item.prefix,
      suffix: item.suffix.replace(/^\s*,?\s*/, '').trimEnd(),
      suppressAuthor: item.suppressAuthor,
      crossReference: item.crossReference,
      resolved: resolves.item(item),
      ...at(item.span),
    })),
    ...at(span),
  }
}

async function bibliographyOf(
  { path, bibliography, failure, span, declaredIn, looked, note }: BibliographySource,
  { here, cwd, placesIn }: { here: Places; cwd: string; placesIn(uri: string): Promise<Places> },
): Promise<InspectedBibliography> {
  const paths = { declaredIn, looked: looked.map(uri => pathOf(uri, cwd)), ...(note !== undefined && { note }) }
  if (!bibliography) {
    const start = here.placeOf(span?.start ?? 0)
    return { path, references: 0, problems: failure === undefined ? [] : [{ message: failure, start }], ...paths }
  }
  const { uri, format, references, problems } = bibliography
  const inside = problems.length > 0 ? await placesIn(uri) : here
  return {
    path: uri.startsWith('file:') ? pathOf(uri, cwd) : path,
    format,
    references: references.length,
    problems: problems.map(({ message, span }) => ({ message, start: inside.placeOf(span.start) })),
    ...paths,
  }
}

/** What resolves, as the rules have it, so that a report and an inspection never differ. */
interface Resolution {
  item(item: CitationItem): boolean
  crossReference(span: Span): boolean
  footnote(span: Span): boolean
}

function resolutionOf(analysis: Analysis): Resolution {
  const resolves = citekeyResolver(analysis)
  const keyOf = ({ start, end }: Span): string => `${start} ${end}`
  const unresolvedBy = (rule: Rule): ReadonlySet<string> =>
    new Set([...rule.check(analysis, valuesOf(rule.options))].map(({ span }) => keyOf(span)))
  const labels = unresolvedBy(unresolvedCrossReference)
  const footnotes = unresolvedBy(undefinedFootnote)
  return {
    item: ({ citekey, crossReference, span }) =>
      crossReference ? !labels.has(keyOf(span)) : citekey === '*' || resolves(citekey),
    crossReference: span => !labels.has(keyOf(span)),
    footnote: span => !footnotes.has(keyOf(span)),
  }
}
