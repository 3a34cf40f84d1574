import type { Problem, Span, Spanned } from '../text/span.ts'
import type { FrontMatter } from './front-matter.ts'

/** Which renderer's reading a manuscript follows. */
export type DialectName = 'pandoc' | 'quarto' | 'rmarkdown' | 'myst' | 'manubot'

export const DIALECT_NAMES: readonly DialectName[] = ['pandoc', 'quarto', 'rmarkdown', 'myst', 'manubot']

/**
 * What one Markdown file says by itself, before any bibliography or lexicon is known.
 * All lists are in order of appearance; all spans are offsets in `text`.
 */
export interface Manuscript {
  readonly text: string
  readonly dialect: DialectName
  readonly frontMatter: FrontMatter
  /** `text` at the same length, with spaces where there is no prose: code, maths, URLs, citations, attributes, addresses, front matter but for title and abstract. Line ends stay. */
  readonly prose: string
  readonly blocks: readonly Block[]
  readonly citations: readonly Citation[]
  /** Other names that the manuscript gives to persistent identifiers; no citations. Empty in dialects that have none. */
  readonly aliases: readonly CitekeyAlias[]
  readonly labels: readonly Label[]
  readonly crossReferences: readonly CrossReference[]
  readonly footnotes: Footnotes
  readonly headings: readonly Heading[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  /** `[label]: destination` lines, keyed as the renderer compares them (`normaliseLabel`). */
  readonly linkDefinitions: readonly LinkDefinition[]
  readonly math: readonly MathSpan[]
  /** TeX commands and environments in the text, which only reach an output made with TeX. */
  readonly rawTex: readonly Spanned<string>[]
  /** HTML comments, without their `<!--` and `-->`; suppressions are read from them. */
  readonly comments: readonly Spanned<string>[]
  /** What the reader could not make sense of, such as front matter that is not YAML or nesting beyond its bound. */
  readonly problems: readonly Problem[]
}

export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'caption' | 'definition-term'

/** A formula; `content` is what stands between its marks. */
export interface MathSpan {
  readonly span: Span
  readonly display: boolean
  readonly content: Span
}

/** A leaf of the text that holds prose. */
export interface Block {
  readonly kind: BlockKind
  readonly span: Span
}

/** `[see @smith2020, p. 4; @doe2019]` is one citation of two items; so is `@smith2020 [p. 4]`, of one. */
export interface Citation {
  readonly span: Span
  readonly mode: 'parenthetical' | 'narrative'
  readonly items: readonly CitationItem[]
  /** The metadata field that it stands in, such as `nocite` or `abstract`. */
  readonly field?: string
}

export interface CitationItem {
  readonly citekey: string
  /** From the `@` (or `-@`, `+@`) to the end of the key, its braces included; in a role, the key alone. */
  readonly span: Span
  /** The key alone, without `@` and braces. */
  readonly citekeySpan: Span
  /** Source text before the key, trimmed. */
  readonly prefix: string
  /** Source text after the key, as written, up to `;` or the end of the group. */
  readonly suffix: string
  readonly suppressAuthor: boolean
  /** A citation in form that the renderer's filter takes for a cross-reference, such as `@fig:flow`: also in `crossReferences`. */
  readonly crossReference: boolean
}

/** `[@tag:x]: doi:10.1/y`: from here on `@tag:x` cites that work. */
export interface CitekeyAlias {
  readonly citekey: string
  /** The whole definition. */
  readonly span: Span
  readonly citekeySpan: Span
  /** What the alias stands for. */
  readonly identifier: Spanned<string>
}

export type LabelKind =
  | 'figure'
  | 'table'
  | 'equation'
  | 'section'
  | 'listing'
  | 'theorem'
  | 'callout'
  | 'custom'
  | 'anchor'

/** A place that a cross-reference can name: `{#fig:flow}`. */
export interface Label {
  readonly label: string
  readonly kind: LabelKind
  /** The label alone, without `#`. */
  readonly span: Span
  /** The whole of what is labelled, for outlines and previews. */
  readonly target?: Span
}

/** `@fig:flow`, `\@ref(fig:flow)`, `{ref}`flow``, `\ref{flow}`. */
export interface CrossReference {
  readonly label: string
  readonly kind: LabelKind
  /** The whole reference as written. */
  readonly span: Span
  /** The label alone. */
  readonly labelSpan: Span
  readonly form: 'citation' | 'bookdown' | 'role' | 'link' | 'tex'
}

export interface Footnotes {
  readonly references: readonly FootnoteMark[]
  readonly definitions: readonly FootnoteMark[]
}

/** `[^note]` in the text, or `[^note]:` at its definition; `span` covers `[^note]`. */
export interface FootnoteMark {
  readonly label: string
  readonly span: Span
}

export interface Heading {
  readonly level: number
  readonly text: string
  readonly span: Span
  /** Given by the author as `{#id}` or made by the renderer from the text. */
  readonly identifier?: string
}

export interface Link {
  readonly span: Span
  readonly text: Span
  /** Where it leads, as written; of a reference link, where its definition leads. */
  readonly destination?: Spanned<string>
  /** `[text][label]` and `[label][]`: what is looked up. Also present where no definition answers to it. */
  readonly reference?: Spanned<string>
}

export interface Image extends Link {
  /** The text in brackets, which is caption or alternative text. */
  readonly caption: string
}

export interface LinkDefinition {
  readonly label: string
  readonly span: Span
  readonly destination: Spanned<string>
}
