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
    // one in a table or a definition list reaches into the next block
    while (next < blocks.length && blocks[next]!.span.end <= abbreviation.span.start) next++
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

/** Whether two long forms of one short form mean the same; undefined where only the author can tell. */
export function meanSame(a: string, b: string): boolean | undefined {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  if ([...one].sort().join('') === [...other].sort().join('') || one.join('') === other.join('')) return true
  const shared = one.filter(word => other.includes(word)).length
  // a word more says the same, but for the last, which says what it is: “transition”, “transition factor”
  if (shared === Math.min(one.length, other.length)) return one.at(-1) === other.at(-1) ? true : undefined
  const left = one.filter(word => !other.includes(word))
  const right = other.filter(word => !one.includes(word))
  if (left.length === right.length && left.every((word, index) => begins(word, right[index]!, 5))) return true
  if (left.length === 1 && right.length === 1 && one.indexOf(left[0]!) === other.indexOf(right[0]!)) {
    // “epithelial cells” and “endothelial cells”, not “reactive oxygen” and “reactive oxidative species”
    const isOther = left[0]!.length > 4 && right[0]!.length > 4 && !begins(left[0]!, right[0]!, 2)
    return isOther ? false : undefined
  }
  return shared * 2 >= Math.max(one.length, other.length) ? undefined : false
}

/** Whether two words begin with the same letters. */
const begins = (a: string, b: string, letters: number): boolean => a.slice(0, letters) === b.slice(0, letters)

const wordsOf = (long: string): string[] =>
  (long.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter(word => !/^(?:the|a|an|of|and|to|in|for|with|s)$/.test(word))
    .map(wordKey)
