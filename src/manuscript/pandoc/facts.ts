import type { Span, Spanned } from '../../text/span.ts'
import type { Block, Citation, Footnotes, Heading, Image, Link, LinkDefinition, MathSpan } from '../manuscript.ts'
import type { Attributes, CodeBlock } from '../reading.ts'

/** A string in the metadata, and what it says when read as Markdown. */
export interface MetadataFacts {
  readonly field: string
  readonly facts: readonly Fact[]
  /** Where it stands, if it is prose. */
  readonly prose?: Span | undefined
}

/**
 * What reading one place found. Some of it is only settled when the whole manuscript is known: whether a label
 * is defined decides between two readings of the same text.
 */
export type Fact =
  | { readonly type: 'citation'; readonly citation: Citation }
  /** A citation unless its key turns out to be the label of an example. */
  | { readonly type: 'citation-or-example'; readonly citation: Citation }
  /** If the label is defined, the facts of the link's text; otherwise those of the same characters read as plain text. */
  | {
      readonly type: 'reference'
      readonly key: string
      readonly link: Link | Image
      readonly image: boolean
      /** A shortcut such as `[text]` is no reference at all when nothing defines it. */
      readonly shortcut: boolean
      readonly linked: readonly Fact[]
      readonly literal: readonly Fact[]
    }
  /** `@key [label]`: one citation with a locator, unless the label is defined: then a citation and a link. */
  | {
      readonly type: 'citation-or-link'
      readonly key: string
      readonly alone: Citation
      readonly withGroup: Citation
      readonly linked: readonly Fact[]
      readonly group: readonly Fact[]
    }
  | { readonly type: 'note'; readonly mark: Footnotes['references'][number] }
  | {
      readonly type: 'note-definition'
      readonly mark: Footnotes['definitions'][number]
      readonly facts: readonly Fact[]
    }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'image'; readonly image: Image }
  | { readonly type: 'link-definition'; readonly definition: LinkDefinition }
  | { readonly type: 'heading'; readonly heading: Heading; readonly key: string }
  | { readonly type: 'attributes'; readonly attributes: Attributes }
  | { readonly type: 'code'; readonly code: CodeBlock }
  | { readonly type: 'math'; readonly math: MathSpan }
  | { readonly type: 'tex'; readonly tex: Spanned<string> }
  | { readonly type: 'comment'; readonly comment: Spanned<string> }
  | { readonly type: 'block'; readonly block: Block }
  /** A metadata block further down: its fields take the place of earlier ones. */
  | { readonly type: 'metadata'; readonly fields: readonly string[]; readonly strings: readonly MetadataFacts[] }
  /** No prose. */
  | { readonly type: 'blank'; readonly span: Span }
