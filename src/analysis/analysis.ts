import type { CitationStyle } from '../bibliography/citation-style.ts'
import type { Library } from '../bibliography/reference.ts'
import type { Lexicon, Mention } from '../lexicon/concept.ts'
import type { GeneSymbols } from '../lexicon/gene-symbols.ts'
import type { LexiconSource } from '../lexicon/lexicon-source.ts'
import type { Abbreviation } from '../manuscript/abbreviations.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Outline } from './outline.ts'

/** All that is known of one manuscript at one moment: immutable, lazy where costly. */
export interface Analysis {
  readonly uri: string
  readonly manuscript: Manuscript
  readonly library: Library
  /** The manuscript's own style, when it names one that can be read. */
  readonly citationStyle?: CitationStyle | undefined
  readonly lexicon: Lexicon
  /** What the lexicon was made of, in order, and what was named and is not in it. */
  readonly lexiconSources: readonly LexiconSource[]
  /** Gene symbols that were given up, as far as the project names lists of them. */
  readonly geneSymbols?: GeneSymbols | undefined
  readonly abbreviations: readonly Abbreviation[]
  readonly mentions: readonly Mention[]
  readonly project: Project
}

/** What a manuscript can see of the files around it. */
export interface Project {
  /** The other manuscripts that are rendered into one document with this one (a book, a Manubot manuscript, includes). */
  readonly others: readonly { readonly uri: string; readonly outline: Outline }[]
  /** Whether a file that the manuscript names is there; nothing when that cannot be known (a URL, outside every root). */
  fileExists(path: string): boolean | undefined
}
