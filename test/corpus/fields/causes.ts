import { causesOfBibtex } from './causes-bibtex.ts'
import { causesOfOthers } from './causes-other.ts'
import type { Field } from './comparable.ts'

/** One field of one entry that is read differently. */
export interface Difference {
  readonly format: string
  readonly path: string
  readonly key: string
  readonly field: Field
  readonly theirs: string
  readonly ours: string
  /** The entry as it stands in the file, and the file. */
  readonly source: string
  readonly text: string
}

/** Why two readings differ, and how to tell from them and from the entry. */
export interface Cause {
  readonly name: string
  readonly fields?: readonly Field[]
  holds(difference: Difference): boolean
}

export const UNEXPLAINED = 'not explained'

/** The named cause of a difference, judged from the entry itself. */
export function causeOf(difference: Difference): string {
  const causes = /^Bib/.test(difference.format) ? causesOfBibtex : causesOfOthers
  return (
    causes.find(({ fields, holds }) => (fields?.includes(difference.field) ?? true) && holds(difference))?.name ??
    UNEXPLAINED
  )
}
