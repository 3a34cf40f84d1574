import type { Location, Problem, Span } from '../text/span.ts'
import type { Steps } from '../text/steps.ts'
import type { RetractionList } from './retractions.ts'

export type BibliographyFormat =
  | 'bibtex'
  | 'csl-json'
  | 'csl-yaml'
  | 'ris'
  | 'nbib'
  | 'endnote-xml'
  | 'pubmed-xml'
  | 'jats'
  | 'pubmed-page'
  | 'inline'
  | 'numbered-list'

/** A name as CSL 1.0.2 has it. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
  readonly suffix?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
}

/** A date as CSL 1.0.2 has it. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[]
  readonly literal?: string
  readonly raw?: string
  readonly season?: number | string
  readonly circa?: boolean
}

/** The data of one reference in the vocabulary of the Citation Style Language, version 1.0.2. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly issued?: CslDate
  readonly 'container-title'?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly publisher?: string
  readonly DOI?: string
  readonly PMID?: string
  readonly PMCID?: string
  readonly URL?: string
  readonly [field: string]: unknown
}

/** One thing that can be cited, and where it stands. */
export interface Reference {
  readonly citekey: string
  /** Other keys that the renderer accepts for it (biblatex `ids`). */
  readonly aliases?: readonly string[] | undefined
  /** Those of them that Pandoc does not know: it separates `ids` by spaces, and takes a comma for part of a key. */
  readonly unheardAliases?: readonly string[] | undefined
  /** The whole entry. */
  readonly location: Location
  /** The citekey inside the entry. */
  readonly citekeySpan: Span
  /** Decoded when first looked at. */
  readonly item: CslItem
  /** The entries that it takes fields from (`crossref`, `xdata`) or calls its work (`xref`), and where they are named. */
  readonly parents?: readonly Parent[] | undefined
  /** Of its parents, and of theirs, those that its bibliography does not have. Looked for when asked. */
  readonly missingParents?: readonly MissingParent[] | undefined
  /**
   * The same object in every reading of its file in which the entry reads the same; nothing where a file is always read
   * anew. It knows no text that the entry was read from.
   */
  readonly identity?: object | undefined
  /** Shows what a search looks through besides the citekey, where it can be had without decoding the item. */
  searchTexts?(visit: SearchTextVisitor): void
}

/** An entry that another one names, and where: the key alone, or the whole value where the key stands otherwise in it. */
export interface Parent {
  readonly key: string
  readonly span: Span
  readonly field: 'crossref' | 'xdata' | 'xref'
}

/** A parent that no entry of the file has as its key. */
export interface MissingParent extends Parent {
  /** The key of the entry that is called so by its `ids`, or else the key that is most like it. */
  readonly nearest?: string | undefined
  readonly isAlias: boolean
}

export type SearchField = 'author' | 'title' | 'container' | 'date'

/**
 * Told where a field stands in a text, in UTF-16 units, and whether LaTeX commands and braces stand in it. Places, since to
 * cut a hundred thousand of them out would take longer than to read them.
 */
export type SearchTextVisitor = (field: SearchField, text: string, start: number, end: number, isLatex: boolean) => void

/** What reading one bibliography gave: all that is sound, and a problem for each thing that is not. */
export interface Bibliography {
  readonly uri: string
  readonly format: BibliographyFormat
  readonly references: readonly Reference[]
  readonly problems: readonly Problem[]
  /** The same object in readings of a file that each took over from the one before. */
  readonly lineage?: object
}

/** A reader of one format. Reading never throws; `text` has no byte order mark and spans are offsets in it. */
export interface BibliographyReader {
  readonly format: BibliographyFormat
  /** File name endings, with the dot. */
  readonly extensions: readonly string[]
  /** Whether a text without a telling name looks like this format. */
  recognises(text: string): boolean
  /** With `previous`, an earlier reading of the same file, what has not changed may be taken over from it. */
  read(text: string, uri: string, previous?: Bibliography): Bibliography
  /** The same in steps, of formats that libraries of many references have. */
  steps?(text: string, uri: string, previous?: Bibliography): Steps<Bibliography>
}

/** A bibliography that a manuscript asks for, whether or not it could be read. */
export interface BibliographySource {
  /** The path as the author wrote it, or the name of the built-in list. */
  readonly path: string
  /** Who asked for it. */
  readonly declaredIn: 'front-matter' | 'configuration' | 'project' | 'convention' | 'built-in' | 'library'
  /** The place of the path in the manuscript, when it stands there. */
  readonly span?: Span
  /** Every address looked at, in order. */
  readonly looked: readonly string[]
  /** What was read; absent when nothing could be. */
  readonly bibliography?: Bibliography
  /** Why nothing could be read, said for the author. */
  readonly failure?: string
  /** What the author should know of it although it was read, such as that the renderer may not find it. */
  readonly note?: string
  /** Why what the file has now is not known: it is being read, or the author cancelled that. What was read before serves. */
  readonly unread?: 'reading' | 'cancelled'
  /** A web address: never fetched, so what it holds is not known. */
  readonly remote?: boolean
}

/** The references a manuscript may cite, merged from its bibliographies. */
export interface Library {
  /** By citekey; of references with one key, the one that the renderer takes. */
  readonly references: ReadonlyMap<string, Reference>
  /** By alias; the primary key may have to be cited for it to resolve. */
  readonly aliases: ReadonlyMap<string, Reference>
  /** References whose citekey another reference of the same bibliography has already; `first` is that one. */
  readonly duplicates: readonly { readonly reference: Reference; readonly first: Reference }[]
  /** References of one bibliography that a later one has another reference for; `by` is the one that counts. */
  readonly overridden: readonly { readonly reference: Reference; readonly by: Reference }[]
  readonly sources: readonly BibliographySource[]
  /** What the author's own library has besides: suggested, never resolved, since the renderer does not see it. */
  readonly offered: Offered
  /** Retracted works, when the project names a list of them. */
  readonly retractions?: RetractionList | undefined
}

export interface Offered {
  /** By citekey; none that the library itself has. */
  readonly references: ReadonlyMap<string, Reference>
  readonly sources: readonly BibliographySource[]
}
