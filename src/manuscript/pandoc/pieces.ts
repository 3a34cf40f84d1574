import type { Problem } from '../../text/span.ts'
import { readBlock } from './block/block.ts'
import { type BlockReader, blockReader } from './block/reader.ts'
import { type Environment, newEnvironment, type PandocOptions } from './environment.ts'
import type { Fact } from './facts.ts'
import { carryWord, type StretchPosition, wordToCarry } from './inline/reader.ts'
import { blankLines } from './scan.ts'
import { placeOf, rootSource } from './source.ts'

/** A top-level block with the blank lines before it, as read from the text that follows and the examples before it alone. */
export interface Piece {
  readonly length: number
  /** Offsets in them count from the beginning of the piece. */
  readonly facts: readonly Fact[]
  readonly problems: readonly Problem[]
  /** How far from its beginning the text was looked at; at least its length. */
  readonly reach: number
  /** What was looked for in all of the text after it, in vain. */
  readonly needles: readonly string[]
  readonly before: Carried
  readonly after: Carried
}

/** What reading on from a place depends on: the example labels defined before it, and where the last word ended. */
export interface Carried {
  readonly labels: ReadonlyMap<string, number>
  readonly next: number
  readonly word?: StretchPosition
}

export const AT_THE_START: Carried = { labels: new Map(), next: 1 }

export const sameCarried = (a: Carried, b: Carried): boolean =>
  a === b ||
  (a.next === b.next &&
    a.word?.depth === b.word?.depth &&
    a.word?.line === b.word?.line &&
    a.word?.column === b.word?.column &&
    a.labels.size === b.labels.size &&
    [...a.labels].every(([label, number]) => b.labels.get(label) === number))

/** Reads one piece after another from a place of a text on. */
export interface PieceReader {
  /** The piece that begins at `offset`, a line's beginning or where the last one ended. */
  read(offset: number, before: Carried): Piece
}

/** `from` is where a line begins; no piece before it can be read. */
export function pieceReader(text: string, from: number, options: PandocOptions): PieceReader {
  const source = rootSource(`${text.slice(from)}\n\n\n`, from)
  const environment = newEnvironment(options)
  environment.rootText = source.text
  const reader = blockReader(source, environment, readBlock)
  let at = { offset: from, index: 0 }
  return {
    read(offset, before) {
      enter(environment, before)
      reader.inline.facts = []
      carryWord(reader.inline, before.word)
      const start = offset === at.offset ? at.index : indexFrom(offset)
      source.origin = offset
      const end = readOne(reader, start)
      source.origin = 0
      const place = end >= source.text.length - 3 ? text.length : Math.min(placeOf(source, end), text.length)
      at = { offset: place, index: end }
      const reach = environment.reach > end ? placeOf(source, environment.reach) : place
      return {
        length: place - offset,
        facts: reader.inline.facts,
        problems: environment.problems,
        reach: reach - offset,
        needles: environment.needles.size > 0 ? [...environment.needles] : NONE,
        before,
        after: carriedOf(environment, before, wordToCarry(reader.inline)),
      }
    },
  }

  function indexFrom(offset: number): number {
    let low = 0
    let high = source.places.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (source.places[middle]! < offset) low = middle + 1
      else high = middle
    }
    const piece = source.places[low]! > offset && low > 0 ? low - 1 : low
    return source.starts[piece]! + (offset - source.places[piece]!)
  }
}

const NONE: readonly string[] = []

function readOne(reader: BlockReader, index: number): number {
  const blanks = blankLines(reader.text, index)
  const start = blanks < 0 ? index : blanks
  return start >= reader.text.length ? start : reader.block(reader, start)
}

/** Makes an environment ready to read on from a place. */
function enter(environment: Environment, before: Carried): void {
  if (environment.nextExample !== before.next || environment.examples.size !== before.labels.size) {
    environment.examples.clear()
    for (const [label, number] of before.labels) environment.examples.set(label, number)
    environment.nextExample = before.next
  }
  environment.problems = []
  environment.needles.clear()
  environment.reach = 0
}

export function carriedOf(environment: Environment, before: Carried, word?: StretchPosition): Carried {
  const unchanged = environment.nextExample === before.next && environment.examples.size === before.labels.size
  if (unchanged && word === before.word) return before
  const labels = unchanged ? before.labels : new Map(environment.examples)
  return { labels, next: environment.nextExample, ...(word ? { word } : {}) }
}
