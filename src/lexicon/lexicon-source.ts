import type { Problem, Span } from '../text/span.ts'
import type { PackSource } from './concept.ts'
import type { LexiconFormat } from './readers/reader.ts'

/** A lexicon that a manuscript or a project asks for, and what reading it gave. */
export interface LexiconSource {
  /** As the author wrote it. */
  readonly path: string
  readonly declaredIn: 'front-matter' | 'configuration' | 'built-in'
  /** Where it is named: in the manuscript or in the project file. */
  readonly span?: Span
  readonly uri?: string
  /** An index of several packs that was built before is `index`. */
  readonly format?: LexiconFormat | 'index'
  /** The packs in use. */
  readonly packs: readonly PackSource[]
  readonly categories: readonly string[]
  /** How much of it is in use. */
  readonly concepts: number
  readonly forms: number
  /** What is wrong in the file, offsets in it; the rest of it serves. */
  readonly problems: readonly Problem[]
  /** Files that it rests on besides itself. */
  readonly looked: readonly string[]
  /** Whether it is named but switched off. */
  readonly off?: boolean
  /** Why none of it is in use. */
  readonly failure?: string
  /** What is said of it where it is named and does not hold. */
  readonly complaint?: string
  /** What is worth knowing although it serves. */
  readonly note?: string
}
