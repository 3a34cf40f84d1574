import type { Analysis } from '../analysis/analysis.ts'
import type { Location, Span } from '../text/span.ts'
import { findLabel } from './hover/cross-reference.ts'
import { numberedMarkAt } from './numbered-marks.ts'
import { occurrences } from './occurrences.ts'
import { findReference, subjectAt } from './subject.ts'

/** Where the name at the cursor is made. */
export interface Definition {
  /** The name in the manuscript. */
  readonly origin: Span
  readonly targets: readonly DefinitionTarget[]
}

export interface DefinitionTarget extends Location {
  /** The name inside the target. */
  readonly selection: Span
}

/** The entry of a citekey or of a number, the place of a label, the text of a footnote, the definition of an abbreviation. */
export function definition(analysis: Analysis, offset: number): Definition | undefined {
  const mark = numberedMarkAt(analysis, offset)
  if (mark && mark.references.length > 0) {
    const targets = mark.references.map(({ location: { span }, citekeySpan: selection }) => ({
      uri: analysis.uri,
      span,
      selection,
    }))
    return { origin: mark.span, targets }
  }
  const subject = subjectAt(analysis, offset)
  if (!subject || subject.kind === 'mention') return undefined
  const targets = targetsOf(analysis, subject)
  return targets.length === 0 ? undefined : { origin: subject.span, targets }
}

function targetsOf(analysis: Analysis, subject: NonNullable<ReturnType<typeof subjectAt>>): DefinitionTarget[] {
  if (subject.kind === 'citekey') {
    const reference = findReference(analysis.library, subject.name)
    return reference ? [{ ...reference.location, selection: reference.citekeySpan }] : []
  }
  if (subject.kind === 'label') {
    const found = findLabel(analysis, subject.name)
    return found ? [{ uri: found.uri, span: found.label.target ?? found.label.span, selection: found.label.span }] : []
  }
  return occurrences(analysis, subject)
    .filter(({ definition }) => definition)
    .map(({ span }) => ({ uri: analysis.uri, span, selection: span }))
}
