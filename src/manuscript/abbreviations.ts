import type { Span } from '../text/span.ts'

/** An abbreviation as the manuscript defines it: “extracellular matrix (ECM)”. */
export interface Abbreviation {
  readonly short: string
  readonly long: string
  /** From the first character of the long form to the end of the definition. */
  readonly span: Span
  readonly shortSpan: Span
  readonly longSpan: Span
}

import type { Manuscript } from './manuscript.ts'
export const findAbbreviations = (_: Manuscript): readonly Abbreviation[] => []
