import type { Definitions } from './definitions.ts'
import type { Fact } from './facts.ts'
import { type Lists, moved } from './lists.ts'
import type { PlainFacts } from './plain-facts.ts'
import { dependenciesOf, settle } from './settle.ts'

/** What was made of a piece, to be given again while nothing that it depends on has changed. */
export interface Settled {
  readonly depends: readonly (keyof Definitions)[]
  definitions: Definitions
  /** The lists at one place in the manuscript. */
  lists: Lists
  at: number
}

/** A place to keep it in. */
export interface SettledHolder {
  facts: readonly Fact[]
  plain: PlainFacts
  settled?: Settled
}

const NONE: readonly never[] = []

/** The lists of a piece that begins at an offset of the manuscript. */
export function listsAt(piece: SettledHolder, at: number, definitions: Definitions): Lists {
  const { settled } = piece
  if (!settled || settled.depends.some(part => settled.definitions[part] !== definitions[part])) {
    const depends = settled?.depends ?? [...dependenciesOf(piece.facts)]
    const lists = moved(settle(piece.facts, definitions, piece.plain), at)
    piece.settled = { depends, definitions, lists, at }
    // What depends on nothing outside is never settled again.
    if (depends.length === 0) {
      piece.facts = NONE
      piece.plain = NONE
    }
    return lists
  }
  settled.definitions = definitions
  if (settled.at !== at) {
    settled.lists = moved(settled.lists, at - settled.at)
    settled.at = at
  }
  return settled.lists
}
