import { scopesOf } from '../manuscript/scopes.ts'
import type { Analysis } from './analysis.ts'
import { type Definition, definitionsByName, usesByName } from './definitions.ts'
import type { ShortForm } from './short-forms.ts'

/** The parts of a manuscript that are read by themselves, so that each has to say what its abbreviations stand for. */
export const PARTS = ['abstract', 'body', 'caption'] as const
export type Part = (typeof PARTS)[number]

/** An abbreviation that one part uses and only another one defines. */
export interface DefinedElsewhere {
  readonly name: string
  /** Its uses in the part; of captions, in one of them. */
  readonly uses: readonly [ShortForm, ...ShortForm[]]
  readonly definition: Definition
}

/** What `part` uses and only another part of the manuscript defines. A list of abbreviations, or a heading, serves every part. */
export function definedElsewhere(analysis: Analysis, part: Part): readonly DefinedElsewhere[] {
  const definitions = definitionsByName(analysis)
  const captions = scopesOf(analysis.manuscript).filter(({ scope }) => scope === 'caption')
  const captionAt = (offset: number): number =>
    captions.findIndex(({ span }) => span.start <= offset && offset < span.end)
  return [...usesByName(analysis)].flatMap(([name, uses]) => {
    const known = definitions.get(name) ?? []
    const definition = known.find(({ scope }) => scope === 'abstract' || scope === 'body')
    if (!definition || known.some(({ scope }) => scope === 'back' || scope === 'heading')) return []
    const own = uses.filter(({ scope }) => scope === part)
    if (part !== 'caption') {
      const [first, ...others] = own
      if (!first || known.some(({ scope }) => scope === part)) return []
      return [{ name, uses: [first, ...others] as const, definition }]
    }
    const said = new Set(known.map(({ span }) => captionAt(span.start)))
    return own.flatMap(use => {
      const caption = captionAt(use.span.start)
      if (said.has(caption)) return []
      said.add(caption)
      return [{ name, uses: [use] as const, definition }]
    })
  })
}
