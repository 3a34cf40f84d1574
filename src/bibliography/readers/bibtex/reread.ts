import type { Problem } from '../../../text/span.ts'
import type { Steps } from '../../../text/steps.ts'
import { scanBibtex } from './scan.ts'
import { END, type EntryTable, ROW, START, tableBuilder } from './table.ts'

/** A table of a changed text, and which entries of the earlier one stand in it unchanged. */
export interface Reread {
  readonly table: EntryTable
  /** How many entries at the beginning, and at the end, are those of the earlier table. */
  readonly before: number
  readonly after: number
}

/**
 * The table of a text that differs from an earlier one in one stretch: only the entries in that stretch are read again.
 * Nothing when everything must be: a `@string` changed, or the earlier reading had too many problems to tell them apart.
 */
export function* reread(text: string, earlier: EntryTable): Steps<Reread | undefined> {
  if (earlier.problems.length >= 100 || earlier.count === 0) return undefined
  const old = earlier.text
  const same = yield* commonStart(old, text)
  const rest = yield* commonEnd(old, text, Math.min(old.length, text.length) - same)
  const distance = text.length - old.length

  const before = soundUpTo(
    earlier,
    countWhere(earlier, index => earlier.rows[index * ROW + END]! < same),
  )
  const from = before === 0 ? 0 : earlier.rows[(before - 1) * ROW + END]!
  const resumable =
    earlier.count - countWhere(earlier, index => earlier.rows[index * ROW + START]! <= old.length - rest)
  const builder = tableBuilder(text, earlier.count + 16)
  builder.copy(earlier, 0, before, 0)

  let next = Math.max(before, earlier.count - resumable)
  let end = text.length
  const found = yield* scanBibtex(text, builder.visitor, from, at => {
    while (next < earlier.count && earlier.rows[next * ROW + START]! + distance < at) next++
    const isKnown = next < earlier.count && earlier.rows[next * ROW + START]! + distance === at
    if (isKnown) end = at
    return isKnown
  })
  if (end === text.length) next = earlier.count
  if (hasString(text, from, end) || hasString(old, from, end - distance)) return undefined
  builder.copy(earlier, next, earlier.count, distance)
  const problems: Problem[] = [
    ...earlier.problems.filter(({ span }) => span.end <= from),
    ...(end === text.length ? found : found.filter(({ span }) => span.start < end)),
    ...earlier.problems
      .filter(({ span }) => end < text.length && span.start + distance >= end)
      .map(({ message, span }) => ({ message, span: { start: span.start + distance, end: span.end + distance } })),
  ]
  return { table: builder.finish(problems), before, after: earlier.count - next }
}

/** How far back from the change a broken entry may have looked ahead to it. */
const LOOKAHEAD = 100_000

/**
 * How many of the first `count` entries cannot have been read with a look at what follows them: not the last one, nor
 * any from the first broken one that is near.
 */
function soundUpTo(earlier: EntryTable, count: number): number {
  if (count < 2) return 0
  const limit = earlier.rows[(count - 1) * ROW + START]!
  const broken = earlier.problems.reduce(
    (least, { span }) => (span.end > limit - LOOKAHEAD && span.start < limit ? Math.min(least, span.start) : least),
    limit,
  )
  if (broken === limit) return count - 1
  return Math.max(0, countWhere(earlier, index => earlier.rows[index * ROW + END]! < broken) - 1)
}

const STRING = /@\s*string\b/iy

function hasString(text: string, start: number, end: number): boolean {
  for (let at = text.indexOf('@', start); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    STRING.lastIndex = at
    if (STRING.test(text)) return true
  }
  return false
}

/** How many entries, from the first, fulfil a condition that holds up to some entry and not after it. */
function countWhere({ count }: EntryTable, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** How many characters are compared at once, as strings, which is much faster than one by one; and in one step. */
const BLOCK = 65_536
const STEP = 16 * BLOCK

/** How long a beginning two texts share. */
function* commonStart(a: string, b: string): Steps<number> {
  const most = Math.min(a.length, b.length)
  let position = 0
  for (let block = BLOCK; block >= 1; block = block >> 4) {
    while (position + block <= most && a.slice(position, position + block) === b.slice(position, position + block)) {
      position += block
      if (position % STEP === 0) yield position / a.length
    }
  }
  return position
}

/** How long an end two texts share, up to `most`. */
function* commonEnd(a: string, b: string, most: number): Steps<number> {
  let length = 0
  for (let block = BLOCK; block >= 1; block = block >> 4) {
    while (
      length + block <= most &&
      a.slice(a.length - length - block, a.length - length) === b.slice(b.length - length - block, b.length - length)
    ) {
      length += block
      if (length % STEP === 0) yield (a.length - most + length) / a.length
    }
  }
  return length
}
