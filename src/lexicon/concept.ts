import type { Span } from '../text/span.ts'

/** A meaning that manuscripts speak of, and the surface forms that may express it. */
export interface Concept {
  readonly id: string
  readonly label: string
  readonly category: string
  /** What the pack's source says of it, each with its place. Never a definition unless the source defines it. */
  readonly statements: readonly Statement[]
  readonly relations: readonly Relation[]
  readonly surfaceForms: readonly SurfaceForm[]
  readonly identifiers: readonly Identifier[]
  /** Words that speak for or against an ambiguous form meaning this concept. */
  readonly cues?: { readonly supporting: readonly string[]; readonly opposing: readonly string[] }
  readonly pack: PackSource
}

export interface Statement {
  readonly text: string
  /** Where the source says so: “abstract”, “Fig. 2, step 3”. */
  readonly place: string
}

export interface Relation {
  /** A verb phrase in kebab case: `interacts-with`. */
  readonly relation: string
  /** Id of a concept of the same pack. */
  readonly concept: string
  readonly place: string
}

export type SurfaceFormKind =
  | 'preferred'
  | 'synonym'
  | 'abbreviation'
  | 'spelling'
  | 'plural'
  | 'hyphenation'
  | 'inflection'
  | 'wording'
  | 'obsolete'

export interface SurfaceForm {
  readonly text: string
  readonly kind: SurfaceFormKind
  readonly caseSensitive?: boolean
  /** Not to be taken for the concept unless the text defines it or the context supports it. */
  readonly ambiguous?: boolean
}

export interface Identifier {
  readonly system: 'mesh' | 'go' | 'ncit' | 'cl' | 'mondo' | (string & {})
  readonly id: string
  readonly label?: string
  readonly match: 'exact' | 'close' | 'broad' | 'narrow' | 'related'
  /** Where the identifier was seen. */
  readonly source: string
}

/** The work or vocabulary that a pack is drawn from. */
export interface PackSource {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly licence: string
  /** A one-line reference of the source, with DOI where it has one. */
  readonly citation: string
  readonly doi?: string
  readonly pmid?: string
}

/** One place in the prose that reads as one or more concepts, likeliest first. */
export interface Mention {
  readonly span: Span
  readonly form: SurfaceForm
  readonly concepts: readonly [Concept, ...Concept[]]
  /** Mentions of other concepts inside this one, in order: “glucose” in “glucose deprivation”. */
  readonly parts?: readonly Mention[] | undefined
  /** The same mention in a text in which it stands `by` UTF-16 units later. */
  moved(by: number): Mention
}

/** The packs that are in force, compiled for matching. */
export interface Lexicon {
  readonly packs: readonly PackSource[]
  readonly concepts: ReadonlyMap<string, Concept>
  /**
   * The mentions in a stretch of prose, offsets in it; they never overlap.
   * `definitions` are the abbreviations that the manuscript defines (short to long form): they settle ambiguous forms.
   */
  mentionsIn(prose: string, definitions: ReadonlyMap<string, string>): readonly Mention[]
}
