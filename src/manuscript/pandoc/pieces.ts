import type { Problem } from '../../text/span.ts'
import { readBlock } from './block/block.ts'
import { type BlockReader, blockReader } from './block/reader.ts'
import { type Contribution, contributionOf } from './definitions.ts'
import { type Environment, newEnvironment, type PandocOptions } from './environment.ts'
import type { Fact } from './facts.ts'
import { carryWord, type StretchPosition, wordToCarry } from './inline/reader.ts'
import { groupsBefore } from './line-groups.ts'
import { ownStrings } from './own-strings.ts'
import { type PlainFacts, separate } from './plain-facts.ts'
import { blankLines } from './scan.ts'
import type { SettledHolder } from './settled.ts'
import { placeOf, rootSource, type Source } from './source.ts'

/**
 * A top-level block with the blank lines after it, as read from the text that follows and the examples before it alone.
 * It keeps no more of the text alive than it says of it.
 */
export interface Piece extends SettledHolder {
  readonly length: number
  /** Offsets in them count from the beginning of the piece. */
  facts: readonly Fact[]
  plain: PlainFacts
  readonly problems: readonly Problem[]
  /** How far from its beginning the text was looked at; at least its length. */
  readonly reach: number
  /** What was looked for in all of the text after it, in vain. */
  readonly needles: readonly string[]
  readonly before: Carried
  readonly after: Carried
  readonly contribution: Contribution | undefined
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

/**
 * `from` is where a line begins; no piece before it can be read. Much of the text after it may never be looked at: `first`
 * is how much is at first, and more when that does not settle what a piece is.
 */
export function pieceReader(text: string, from: number, options: PandocOptions, first = WINDOW): PieceReader {
  let size = first
  let window = windowReader(text, from, from + size, options)
  return {
    read(offset, before) {
      for (;;) {
        const piece = window.read(offset, before)
        if (piece) return piece
        size = size < WINDOW ? WINDOW : text.length
        window = windowReader(text, offset, Math.min(offset + size, text.length), options)
      }
    },
  }
}

const WINDOW = 65_536
/** Enough for a change in most manuscripts: some paragraphs, and those after them that they may depend on. */
export const NEAR = 8192

/** Reads from a part of the text; gives nothing when what follows that part could have mattered. */
function windowReader(text: string, from: number, to: number, options: PandocOptions) {
  const whole = to >= text.length
  const source = rootSource(whole ? `${text.slice(from)}\n\n\n` : text.slice(from, to), from)
  const certain = whole ? source.text.length : groupsBefore(source.text, source.text.length, LOOK_AHEAD + 1)
  const environment = newEnvironment(options)
  environment.rootText = source.text
  const reader = blockReader(source, environment, readBlock)
  let at = { offset: from, index: 0 }
  const read = (offset: number, before: Carried): Piece | undefined => {
    const start = offset === at.offset ? at.index : indexAt(source, offset)
    if (start >= certain) return undefined
    enter(environment, before)
    reader.inline.facts = []
    carryWord(reader.inline, before.word)
    source.origin = offset
    const end = readOne(reader, start)
    source.origin = 0
    if (!whole && (end > certain || environment.reach >= certain || environment.needles.size > 0)) return undefined
    const place = whole && end >= source.text.length - 3 ? text.length : Math.min(placeOf(source, end), text.length)
    at = { offset: place, index: end }
    const { facts: others, plain } = separate(reader.inline.facts)
    const facts = ownStrings(others)
    return {
      length: place - offset,
      facts,
      plain,
      problems: environment.problems.length > 0 ? environment.problems : NONE,
      reach: (environment.reach > end ? placeOf(source, environment.reach) : place) - offset,
      needles: environment.needles.size > 0 ? [...environment.needles] : NONE,
      before,
      after: carriedOf(environment, before, wordToCarry(reader.inline)),
      contribution: contributionOf(facts),
    }
  }
  return { read }
}

/** The index in a root source of the character at an offset; of a tab, its first blank. */
function indexAt({ starts, places }: Source, offset: number): number {
  let low = 0
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]! < offset) low = middle + 1
    else high = middle
  }
  const piece = places[low]! > offset && low > 0 ? low - 1 : low
  return starts[piece]! + (offset - places[piece]!)
}

/** So many paragraphs after its own may a block look at before it is settled what it is: a caption, a table below it. */
export const LOOK_AHEAD = 4

const NONE: readonly never[] = []

/** A piece begins on a line of its own wherever it can, so that it can be told apart from what stands before. */
function skipBlankLines(text: string, index: number): number {
  const end = blankLines(text, index)
  return end < 0 ? index : end
}

function readOne(reader: BlockReader, index: number): number {
  const start = skipBlankLines(reader.text, index)
  const end = start >= reader.text.length ? start : reader.block(reader, start)
  return skipBlankLines(reader.text, end)
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
