import type { Analysis } from '../analysis/analysis.ts'
import { type Occurrence, occurrences } from './occurrences.ts'
import { subjectAt } from './subject.ts'

/** The places of the manuscript that name what stands at the cursor, itself included. */
export function documentHighlight(analysis: Analysis, offset: number): readonly Occurrence[] {
  const subject = subjectAt(analysis, offset)
  return subject ? occurrences(analysis, subject) : []
}
