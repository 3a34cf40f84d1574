import type { Definitions } from './definitions.ts'
import type { Fact } from './facts.ts'
import { type Lists, moved } from './lists.ts'
import { dependenciesOf, settle } from './settle.ts'

/** What was made of a piece, to be given again while nothing that it depends on has changed. */
export interface Settled {
  readonly depends: readonly (keyof Definitions)[]
  definitions: Definitions
  relative: Lists
  /** The lists moved to one place in the manuscript. */
  at: number
  absolute: Lists | undefined
}

/** A place to keep it in. */
export interface SettledHolder {
  readonly facts: readonly Fact[]
  settled?: Settled
}

/** The lists of a piece that begins at an offset of the manuscript. */
export function listsAt(piece: SettledHolder, at: number, definitions: Definitions): Lists {
  const settled = (piece.settled ??= {
    depends: [...dependenciesOf(piece.facts)],
    definitions,
    relative: settle(piece.facts, definitions),
    at,
    absolute: undefined,
  })
  if (settled.definitions !== definitions) {
    if (settled.depends.some(part => settled.definitions[part] !== definitions[part])) {
      settled.relative = settle(piece.facts, definitions)
      settled.absolute = undefined
    }
    settled.definitions = definitions
  }
  if (settled.at !== at || !settled.absolute) {
    settled.at = at
    settled.absolute = moved(settled.relative, at)
  }
  return settled.absolute
}
