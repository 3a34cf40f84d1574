import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Passage } from '../manuscript/passage.ts'
import { type Scope, scopeOfMetadata, scopesOf } from '../manuscript/scopes.ts'
import { memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { eachCapitalised } from './word-places.ts'

/** A word of the prose that is written as abbreviations are: with two capitals or more. */
export interface ShortForm {
  /** As written. */
  readonly text: string
  /** Without a plural s or a possessive: what a definition may be looked up by. */
  readonly name: string
  readonly span: Span
  readonly scope: Scope
}

const TWO_CAPITALS = /\p{Lu}[^\p{Lu}]*\p{Lu}/u
/** What stands behind the short form belongs to it as an index: “IC~50~”. */
const INDEX_AFTER = /^~[\p{L}\p{N}]/u
/** The short form is an index or an exponent itself: “T~FH~”, “Ly6C^HI^”. */
const INDEX_BEFORE = /[\p{L}\p{N}]~$|\^$/u

/** The abbreviation-like words of a manuscript, in order; of the metadata, those of the abstract. */
export const shortFormsOf = memoByObject((manuscript: Manuscript): readonly ShortForm[] => [
  ...inAbstractOfMetadata(manuscript),
  ...scopesOf(manuscript).flatMap(({ scope, span, passage }) =>
    shortFormsOfPassage(passage).map(form => ({ ...form, scope, span: shift(form.span, span.start) })),
  ),
])

function inAbstractOfMetadata({ prose, frontMatter }: Manuscript): readonly ShortForm[] {
  return frontMatter.strings.flatMap(({ value, span, offsets }) => {
    const scope = scopeOfMetadata(frontMatter, span.start)
    // what the reader makes blocks of is prose already
    if (scope !== 'abstract' || prose.slice(span.start, span.end).trim() !== '') return []
    const offsetOf = (offset: number): number => offsets?.[offset] ?? span.start + offset
    return shortFormsIn(value).map(form => {
      const { start, end } = form.span
      return { ...form, scope, span: { start: offsetOf(start), end: offsetOf(end - 1) + 1 } }
    })
  })
}

/** An abbreviation without its plural s. */
export const singularOf = (text: string): string => text.replace(/(?<=[\p{Lu}\p{N}])s$/u, '')

/** The abbreviation-like words in a stretch of prose, spans in it. */
export function shortFormsIn(prose: string): readonly Omit<ShortForm, 'scope'>[] {
  const found: Omit<ShortForm, 'scope'>[] = []
  eachCapitalised(prose, (start, end) => {
    const text = prose.slice(start, end)
    const isPart =
      INDEX_AFTER.test(prose.slice(end, end + 2)) || INDEX_BEFORE.test(prose.slice(Math.max(0, start - 2), start))
    if (TWO_CAPITALS.test(text) && !isPart) found.push({ text, name: singularOf(text), span: { start, end } })
  })
  return found
}

const shortFormsOfPassage = memoByObject(({ prose }: Passage) => shortFormsIn(prose))

/** Whether a short form is one letter and a bracket, “p(O)”: mathematics, and said in other words at every turn. */
export const isSymbol = (name: string): boolean => /^\p{L}\(.*\)$/u.test(name)
