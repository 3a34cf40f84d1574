import type { Manuscript } from '../manuscript/manuscript.ts'
import { type Scope, scopesOf } from '../manuscript/scopes.ts'
import type { Span } from '../text/span.ts'

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

const found = new WeakMap<Manuscript, readonly ShortForm[]>()

/** The abbreviation-like words of a manuscript, in order. */
export function shortFormsOf(manuscript: Manuscript): readonly ShortForm[] {
  let forms = found.get(manuscript)
  if (!forms) found.set(manuscript, (forms = read(manuscript)))
  return forms
}

/** An abbreviation without its plural s. */
export const singularOf = (text: string): string => text.replace(/(?<=[\p{Lu}\p{N}])s$/u, '')

function read(manuscript: Manuscript): ShortForm[] {
  return scopesOf(manuscript).flatMap(({ scope, span, prose }) =>
    [...prose.matchAll(SHORT)].flatMap(({ 0: text, index }) => {
      if (!/\p{Lu}[^\p{Lu}]*\p{Lu}/u.test(text)) return []
      const start = span.start + index
      return [{ text, name: singularOf(text), scope, span: { start, end: start + text.length } }]
    }),
  )
}
