import type { Span } from '../../../text/span.ts'
import { type Environment, lookedTo } from '../environment.ts'
import type { Fact } from '../facts.ts'
import type { BalancedEnds } from '../html-balance.ts'
import { type Source, spanOf } from '../source.ts'

/** Flags of the place in which an inline stands. */
export const NO_LINKS = 1
export const NO_BREAKS = 2
export const IN_SINGLE_QUOTES = 4
export const IN_DOUBLE_QUOTES = 8

/** Inlines nested more deeply than this are read as plain characters. */
export const DEEPEST_INLINE = 100

/** The same for brackets, each of which is tried as a citation, a span and a link. */
export const DEEPEST_BRACKET = 16

/**
 * The state in which one source is read for inlines. Every reading function takes the index to begin at, the `limit` at
 * which the text ends for it, and the flags of its place; it gives the index after what it read, or -1 when it does not apply.
 */
export interface InlineReader {
  readonly source: Source
  readonly text: string
  readonly environment: Environment
  /** Found so far, in the order of reading; cut back when a reading is given up. */
  facts: Fact[]
  /** Where the last word ended: a citation may not begin there. Kept as Pandoc does, by position within a stretch. */
  word: WordEnd
  /** The stretch of text that is read by itself, such as the text of a link, and how many such are around it. */
  stretch: number
  stretchDepth: number
  depth: number
  bracketDepth: number
  /** Any one inline. */
  readonly inline: InlineFunction
  readonly memo: Map<number, Remembered>
  /** Closing bracket of each opening one, or -1; by limit. */
  readonly brackets: Map<number, Map<number, number>>
  /** The ends of raw elements of HTML, by name. */
  readonly elements: Map<string, BalancedEnds>
  /** Runs of backticks that nothing closes: their length, between which places, and whether a paragraph ends there. */
  readonly unclosedCode: Map<number, { from: number; to: number; ends: boolean }>
  readonly nextIndex: Map<string, { from: number; found: number }>
}

export interface WordEnd {
  readonly index: number
  readonly stretch: number
  readonly stretchDepth: number
  /** Of a word in an earlier block, in place of the indices. */
  readonly before?: StretchPosition
}

/** A position in a stretch as Pandoc has it. */
export interface StretchPosition {
  readonly depth: number
  readonly line: number
  readonly column: number
}

export type InlineFunction = (reader: InlineReader, index: number, limit: number, flags: number) => number

export interface Remembered {
  readonly end: number
  readonly facts: readonly Fact[]
  readonly word: WordEnd
}

const NO_WORD: WordEnd = { index: -1, stretch: 0, stretchDepth: -1 }

export const inlineReader = (source: Source, environment: Environment, inline: InlineFunction): InlineReader => ({
  source,
  text: source.text,
  environment,
  facts: [],
  word: NO_WORD,
  stretch: 0,
  stretchDepth: 0,
  depth: 0,
  bracketDepth: 0,
  inline,
  memo: new Map(),
  brackets: new Map(),
  elements: new Map(),
  unclosedCode: new Map(),
  nextIndex: new Map(),
})

/** Reads on trial: when `read` gives -1, nothing of it remains. */
export function attempt(reader: InlineReader, read: () => number): number {
  const mark = reader.facts.length
  const { word } = reader
  const end = read()
  if (end < 0) {
    reader.facts.length = mark
    reader.word = word
  }
  return end
}

/** Runs `read` and takes away the facts it found. */
export function collect(reader: InlineReader, read: () => void): Fact[] {
  const mark = reader.facts.length
  read()
  return reader.facts.splice(mark)
}

/** Whether `read` applies, leaving no trace. */
export function look(reader: InlineReader, read: () => number): number {
  const mark = reader.facts.length
  const { word } = reader
  const end = read()
  reader.facts.length = mark
  reader.word = word
  return end
}

/**
 * All inlines from `start` up to `limit`, as a text of its own. The end of the last word is kept, with its position
 * in this text, unless it is read `apart`.
 */
export function readWithin(reader: InlineReader, start: number, limit: number, flags: number, apart = false): void {
  const { stretch, word } = reader
  reader.stretch = start
  reader.stretchDepth++
  if (apart) reader.word = NO_WORD
  let index = start
  while (index < limit) {
    const next = reader.inline(reader, index, limit, flags)
    if (next < 0) break
    index = next
  }
  if (apart) reader.word = word
  reader.stretchDepth--
  reader.stretch = stretch
}

/** A word ends at `index`. */
export function endWord(reader: InlineReader, index: number): void {
  reader.word = { index, stretch: reader.stretch, stretchDepth: reader.stretchDepth }
}

/**
 * Whether a word ends at `index`. As in Pandoc, one that ended at the same line and column of an earlier stretch
 * at the same depth counts too.
 */
export function isAfterWord(reader: InlineReader, index: number): boolean {
  const { word, text, stretch } = reader
  if (word.stretchDepth !== reader.stretchDepth) return false
  if (!word.before && word.stretch === stretch) return word.index === index
  if (word.stretchDepth === 0) return false
  const ended = word.before ?? positionIn(text.slice(word.stretch, word.index), word.stretchDepth)
  const now = positionIn(text.slice(stretch, index), word.stretchDepth)
  return ended.line === now.line && ended.column === now.column
}

/** Where the last word ended, for the blocks that follow; nothing when it cannot matter to them. */
export function wordToCarry({ word, text }: InlineReader): StretchPosition | undefined {
  if (word.stretchDepth < 1) return undefined
  return word.before ?? positionIn(text.slice(word.stretch, word.index), word.stretchDepth)
}

/** Takes up the last word of the blocks before. */
export function carryWord(reader: InlineReader, before: StretchPosition | undefined): void {
  reader.word = before ? { index: -1, stretch: 0, stretchDepth: before.depth, before } : NO_WORD
}

const positionIn = (passed: string, depth: number): StretchPosition => ({
  depth,
  line: passed.split('\n').length,
  column: passed.length - passed.lastIndexOf('\n'),
})

/** The first place of `what` from `from` on, or -1; looked up once however often it is asked for. */
export function nextOf(reader: InlineReader, what: string, from: number): number {
  const known = reader.nextIndex.get(what)
  const remembered = known && known.from <= from && (known.found < 0 || known.found >= from)
  const found = remembered ? known.found : reader.text.indexOf(what, from)
  if (!remembered) reader.nextIndex.set(what, { from, found })
  if (FAR.has(what)) {
    if (found < 0) reader.environment.needles.add(what)
    else lookedTo(reader.environment, reader.text, found + what.length)
  }
  return found
}

/** What may stand beyond the paragraph in which it is looked for. */
const FAR = new Set(['-->', '>', '"', "'", '\\end'])

export const span = (reader: InlineReader, start: number, end: number): Span => spanOf(reader.source, start, end)

export const blank = (reader: InlineReader, start: number, end: number): void => {
  if (end > start) reader.facts.push({ type: 'blank', span: span(reader, start, end) })
}
