import type { Definitions } from './definitions.ts'
import { type Lists, MOVE } from './lists.ts'
import type { Piece } from './pieces.ts'
import { dependenciesOf, settle } from './settle.ts'

/** What was made of a piece before, to be given again while nothing that it depends on has changed. */
interface Settled {
  readonly depends: ReadonlySet<keyof Definitions>
  definitions: Definitions
  relative: Lists
  /** The lists moved to one place in the manuscript, as far as they were asked for there. */
  at: number
  absolute: { [List in keyof Lists]?: Lists[List][number][] }
}

const SETTLED = new WeakMap<Piece, Settled>()

/** One list of a piece that begins at an offset of the manuscript. */
export function listsAt<List extends keyof Lists>(
  piece: Piece,
  at: number,
  definitions: Definitions,
  list: List,
): readonly Lists[List][number][] {
  let settled = SETTLED.get(piece)
  if (!settled) {
    const relative = settle(piece.facts, definitions)
    settled = { depends: dependenciesOf(piece.facts), definitions, relative, at, absolute: {} }
    SETTLED.set(piece, settled)
  } else if (settled.definitions !== definitions) {
    for (const part of settled.depends) {
      if (settled.definitions[part] === definitions[part]) continue
      settled.relative = settle(piece.facts, definitions)
      settled.absolute = {}
      break
    }
    settled.definitions = definitions
  }
  const relative = settled.relative[list] as readonly Lists[List][number][]
  if (relative.length === 0) return relative
  if (settled.at !== at) {
    settled.at = at
    settled.absolute = {}
  }
  const known = settled.absolute[list]
  if (known) return known
  const move = MOVE[list] as (item: Lists[List][number], by: number) => Lists[List][number]
  const moved = relative.map(item => move(item, at))
  settled.absolute[list] = moved as Settled['absolute'][List]
  return moved
}
