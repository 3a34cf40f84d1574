import { wordKey } from '../lexicon/spelling.ts'
import type { Abbreviation } from '../manuscript/abbreviations.ts'
import { type Scope, scopeOfMetadata, scopesOf } from '../manuscript/scopes.ts'
import type { Analysis } from './analysis.ts'
import { type ShortForm, shortFormsOf, singularOf } from './short-forms.ts'

/** A definition of an abbreviation, and the part of the manuscript that it stands in. */
export interface Definition extends Abbreviation {
  /** The short form without a plural s. */
  readonly name: string
  readonly scope: Scope
}

const known = new WeakMap<readonly Abbreviation[], readonly Definition[]>()

/** The definitions of a manuscript in order, each with its scope; those in the metadata belong to the abstract. */
export function definitionsOf({ abbreviations, manuscript }: Analysis): readonly Definition[] {
  let definitions = known.get(abbreviations)
  if (definitions) return definitions
  const blocks = scopesOf(manuscript)
  let next = 0
  definitions = abbreviations.map(abbreviation => {
    while (next < blocks.length && blocks[next]!.span.end < abbreviation.span.end) next++
    const block = blocks[next]
    const isInBlock = block && block.span.start <= abbreviation.span.start
    const scope = isInBlock
      ? block.scope
      : (scopeOfMetadata(manuscript.frontMatter, abbreviation.span.start) ?? 'abstract')
    return { ...abbreviation, name: singularOf(abbreviation.short), scope }
  })
  known.set(abbreviations, definitions)
  return definitions
}

/** The definitions of each short form. */
export function definitionsByName(analysis: Analysis): ReadonlyMap<string, readonly Definition[]> {
  const groups = new Map<string, Definition[]>()
  for (const definition of definitionsOf(analysis)) {
    const group = groups.get(definition.name)
    if (group) group.push(definition)
    else groups.set(definition.name, [definition])
  }
  return groups
}

/** The uses of every short form, outside of definitions and of what nobody edits as prose. */
export function usesByName(analysis: Analysis): ReadonlyMap<string, readonly ShortForm[]> {
  const uses = new Map<string, ShortForm[]>()
  const definitions = definitionsOf(analysis)
  let next = 0
  for (const form of shortFormsOf(analysis.manuscript)) {
    if (form.scope === 'back') continue
    while (next < definitions.length && definitions[next]!.span.end <= form.span.start) next++
    const definition = definitions[next]
    if (definition && definition.shortSpan.start <= form.span.start && form.span.end <= definition.shortSpan.end)
      continue
    const list = uses.get(form.name)
    if (list) list.push(form)
    else uses.set(form.name, [form])
  }
  return uses
}

/** Whether another manuscript that is rendered together with this one says what a short form stands for. */
export const isExplainedElsewhere = ({ project }: Analysis, name: string): boolean =>
  project.others.some(({ outline }) => outline.explains(name))

/** Whether two long forms say the same: most of their words are, but for number, spelling, hyphens and case. */
export function sameLong(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if ([...one].sort().join('') === [...other].sort().join('') || one.join('') === other.join('')) return true
  const shared = one.filter(word => other.includes(word)).length
  return shared * 2 >= Math.max(one.length, other.length) || shared === Math.min(one.length, other.length)
}

const wordsOf = (long: string): string[] =>
  (long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(word => !/^(?:the|a|an|of|and|to|in|for|with|s)$/.test(word))
    .map(wordKey)
