import type { FrontMatter } from '../front-matter.ts'
import type { CrossReference, DialectName, Label, LabelKind } from '../manuscript.ts'
import type { Reading } from '../reading.ts'

/** How one renderer reads a manuscript: which grammar, which labels and cross-references, and where bibliographies come from. */
export interface Dialect {
  readonly name: DialectName
  readonly grammar: 'pandoc' | 'myst'
  /** What the renderer makes of a text before or after the grammar reads it. */
  readonly extensions: Extensions
  readonly bibliographies: BibliographyConvention
  /** Whether a citation is taken for a cross-reference, and to what. Asked for each key that is read as a citation. */
  crossReferenceOf(citekey: string, source: Source): Target | undefined
  /** The places that can be referred to; in any order. */
  labels(source: Source): Iterable<Label>
  /** The cross-references that are not written as citations; in any order. */
  crossReferences(source: Source): Iterable<CrossReference>
}

export interface Source {
  readonly text: string
  readonly reading: Reading
  readonly frontMatter: FrontMatter
  /** What `labels` gave; empty while that is being found. */
  readonly labels: readonly Label[]
}

export interface Target {
  readonly label: string
  readonly kind: LabelKind
}

export interface Extensions {
  /** Code whose braces begin with a language, `{r, echo=FALSE}` or `{python}`, is run. */
  readonly chunks: boolean
  /** `[@tag:x]: doi:…` alone in a paragraph gives another name to an identifier. */
  readonly aliasDefinitions: boolean
  /** Pandoc's `autolink_bare_uris`: no citation is found in a URL or e-mail address. */
  readonly bareUris: boolean
  /** Pandoc's `tex_math_single_backslash`. */
  readonly backslashMath: boolean
}

/** Where bibliographies come from besides the front matter; all of it data for who looks for files. */
export interface BibliographyConvention {
  /** What a relative path in the front matter is relative to. */
  readonly relativeTo: 'manuscript' | 'project'
  /** Project files whose field names bibliographies, relative to themselves; a dot goes down one level. */
  readonly declaredIn: readonly { readonly file: string; readonly field: string }[]
  /** Files that are bibliographies by their name, as globs relative to the project. */
  readonly byName: readonly string[]
  /** Whether `byName` holds only where nothing is declared. */
  readonly onlyWhenUndeclared: boolean
}
