import type { Problem, Span, Spanned } from '../text/span.ts'
import type { Block, Citation, Footnotes, Heading, Image, Link, LinkDefinition, MathSpan } from './manuscript.ts'

/**
 * What a grammar (Pandoc's or MyST's) reads in a text, before the dialect says which of it is a label or a cross-reference.
 * All lists are in order of appearance.
 */
export interface Reading {
  readonly blocks: readonly Block[]
  /** Everything of citation form, also `@fig:flow`; metadata strings first. */
  readonly citations: readonly Citation[]
  readonly attributes: readonly Attributes[]
  readonly headings: readonly Heading[]
  readonly links: readonly Link[]
  readonly images: readonly Image[]
  readonly linkDefinitions: readonly LinkDefinition[]
  readonly footnotes: Footnotes
  readonly code: readonly CodeBlock[]
  readonly math: readonly MathSpan[]
  /** Raw TeX commands and environments in the text, `\ref{flow}`. */
  readonly rawTex: readonly Spanned<string>[]
  readonly comments: readonly Spanned<string>[]
  /** MyST roles and directives; other grammars have none. */
  readonly roles: readonly Role[]
  readonly directives: readonly Directive[]
  /** What is not prose, merged and in order: `prose` is the text with these blanked. */
  readonly nonProse: readonly Span[]
  readonly problems: readonly Problem[]
}

export type AttributedElement =
  | 'heading'
  | 'image'
  | 'div'
  | 'span'
  | 'link'
  | 'code-block'
  | 'code'
  | 'equation'
  | 'table-caption'

/** `{#fig:flow .wide width=50%}` and what it is attached to. */
export interface Attributes {
  readonly element: AttributedElement
  /** From `{` to `}`, or of an executable chunk the whole of its header. */
  readonly span: Span
  /** What the attributes are of. */
  readonly of: Span
  readonly id?: Spanned<string>
  readonly classes: readonly string[]
  readonly values: ReadonlyMap<string, Spanned<string>>
}

export interface CodeBlock {
  readonly span: Span
  /** The whole info string: `python`, `{r fig-flow, echo=FALSE}`, `{.python #lst:sort}`. Empty for an indented block. */
  readonly info: Spanned<string>
  /** The code between the fences. */
  readonly content: Span
}

/** `{ref}`text <label>``: `span` covers all of it. */
export interface Role {
  readonly name: string
  readonly span: Span
  readonly content: Spanned<string>
}

/** A MyST directive, fenced or with colons. */
export interface Directive {
  readonly name: string
  readonly span: Span
  readonly argument: Spanned<string>
  readonly options: ReadonlyMap<string, Spanned<string>>
  readonly body: Span
}
