import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { type Scope, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'

/** A word of the prose that is written as abbreviations are: with two capitals or more. */
export interface ShortForm {
  /** As written. */
  readonly text: string
  /** Without a plural s or a possessive: what a definition may be looked up by. */
  readonly name: string
  readonly span: Span
  readonly scope: Scope
}

const SHORT =
  /(?<![\p{L}\p{N}_@#$&/\\.:=-])[\p{L}\p{N}]+(?:[-‑/][\p{L}\p{N}]+)*(?![\p{L}\p{N}_@]|[-/][\p{L}\p{N}]|[.:/][\p{L}\p{N}])/gu

/** The abbreviation-like words of a manuscript, in order. */
export const shortFormsOf = memoByObject((manuscript: Manuscript): readonly ShortForm[] =>
  scopesOf(manuscript).flatMap(({ scope, span, passage }) =>
    shortFormsOfPassage(passage).map(form => ({ ...form, scope, span: shift(form.span, span.start) })),
  ),
)

/** An abbreviation without its plural s. */
export const singularOf = (text: string): string => text.replace(/(?<=[\p{Lu}\p{N}])s$/u, '')

/** The abbreviation-like words in a stretch of prose, spans in it. */
export const shortFormsIn = (prose: string): readonly Omit<ShortForm, 'scope'>[] =>
  [...prose.matchAll(SHORT)].flatMap(({ 0: text, index }) =>
    /\p{Lu}[^\p{Lu}]*\p{Lu}/u.test(text)
      ? [{ text, name: singularOf(text), span: { start: index, end: index + text.length } }]
      : [],
  )

const shortFormsOfPassage = memoByObject(({ prose }: Passage) => shortFormsIn(prose))
