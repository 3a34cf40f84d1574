import type { LabelKind } from '../manuscript.ts'
import type { Target } from './dialect.ts'

/** The prefixes that pandoc-crossref and the Manubot filters (pandoc-xnos) know. */
export const CROSSREF_KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ['fig', 'figure'],
  ['tbl', 'table'],
  ['eq', 'equation'],
  ['sec', 'section'],
  ['lst', 'listing'],
])

/** The prefixes of bookdown (its manual, sections 2.2 and 2.16). */
export const BOOKDOWN_KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ['fig', 'figure'],
  ['tab', 'table'],
  ['eq', 'equation'],
  ...['thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr', 'hyp', 'sol'].map(prefix => [prefix, 'theorem'] as const),
])

/** The prefixes that Quarto has built in. */
export const QUARTO_KINDS: ReadonlyMap<string, LabelKind> = new Map([
  ['fig', 'figure'],
  ['tbl', 'table'],
  ['eq', 'equation'],
  ['sec', 'section'],
  ['lst', 'listing'],
  ...['thm', 'lem', 'cor', 'prp', 'cnj', 'def', 'exm', 'exr', 'sol', 'rem', 'alg'].map(
    prefix => [prefix, 'theorem'] as const,
  ),
  ...['tip', 'nte', 'wrn', 'imp', 'cau'].map(prefix => [prefix, 'callout'] as const),
])

/**
 * The label that a key means, when its prefix is one of `kinds`: `Fig:flow` begins a sentence and means `fig:flow`.
 * `separator` stands between the prefix and the rest.
 */
export function targetOf(key: string, kinds: ReadonlyMap<string, LabelKind>, separator: ':' | '-'): Target | undefined {
  const end = key.indexOf(separator)
  if (end < 1 || end === key.length - 1) return undefined
  const label = key.charAt(0).toLowerCase() + key.slice(1)
  const kind = kinds.get(label.slice(0, end))
  return kind && { label, kind }
}

/** The kind that a label has by its prefix, in whatever dialect; `anchor` when the prefix says nothing. */
export function kindByPrefix(label: string): LabelKind {
  const prefix = /^([a-z]+)[:-]/.exec(label)?.[1]
  if (prefix === undefined) return 'anchor'
  return QUARTO_KINDS.get(prefix) ?? BOOKDOWN_KINDS.get(prefix) ?? 'anchor'
}
