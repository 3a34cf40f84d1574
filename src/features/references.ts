import type { Analysis } from '../analysis/analysis.ts'
import type { Location } from '../text/span.ts'
import { occurrences } from './occurrences.ts'
import { sharing } from './shared-name.ts'
import { findReference, type Subject } from './subject.ts'

/** Every place that names the subject, in this manuscript and in those of `others` where it is the same; with the entry or label itself when `declarations` are wanted. */
export function references(
  analysis: Analysis,
  subject: Subject,
  others: readonly Analysis[],
  declarations: boolean,
): readonly Location[] {
  const manuscripts = [analysis, ...sharing(analysis, subject, others)]
  const places = manuscripts.flatMap(each =>
    occurrences(each, subject)
      .filter(({ definition }) => declarations || !definition)
      .map(({ span }) => ({ uri: each.uri, span })),
  )
  return declarations ? [...entryOf(analysis, subject), ...places] : places
}

function entryOf({ library }: Analysis, { kind, name }: Subject): Location[] {
  const reference = kind === 'citekey' ? findReference(library, name) : undefined
  return reference ? [{ uri: reference.location.uri, span: reference.citekeySpan }] : []
}
