import type { Problem, Span, Spanned } from '../text/span.ts'

/** The YAML at the head of a manuscript, with the places of what Stroma uses. */
export interface FrontMatter {
  /** From the first `---` to the end of the closing fence line; absent when there is none. */
  readonly span?: Span
  /** All metadata as plain data; `{}` when there is none or it does not parse. Made with no prototype. */
  readonly data: Readonly<Record<string, unknown>>
  /** `bibliography:`, a string or a list. */
  readonly bibliography: readonly Spanned<string>[]
  /** Inline `references:` as CSL-like items, with the place of each. */
  readonly references: readonly Spanned<Readonly<Record<string, unknown>>>[]
  /** `lexicon:` or `lexicons:`. */
  readonly lexicons: readonly Spanned<string>[]
  readonly problems: readonly Problem[]
  /** The strings in the metadata that the renderer reads as Markdown; `path` is the key names down to it. */
  readonly strings: readonly MetadataString[]
}

export interface MetadataString {
  readonly path: readonly string[]
  readonly value: string
  /** Place of the string's source in the manuscript, quotes excluded. */
  readonly span: Span
  /** Offset in the manuscript of each UTF-16 unit of `value`, where the source is not simply `value`. */
  readonly offsets?: readonly number[]
}
