import type { Span } from '../text/span.ts'
import type { Concept, Mention, SurfaceForm } from './concept.ts'

/** One concept that a place of the prose reads as. */
export interface Reading {
  readonly concept: Concept
  readonly form: SurfaceForm
  readonly span: Span
}

/** Every concept that mentions read as, with those inside them: “glucose deprivation” names glucose as well. */
export function readingsOf(mentions: readonly Mention[]): Reading[] {
  return mentions.flatMap(({ concepts, form, span, parts = [] }) => [
    ...concepts.map(concept => ({ concept, form, span })),
    ...readingsOf(parts),
  ])
}
