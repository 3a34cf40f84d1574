import { commonEnd, commonStart } from '../../../text/common.ts'
import { type Problem, shift } from '../../../text/span.ts'
import type { Steps } from '../../../text/steps.ts'
import { MOST_PROBLEMS, scanBibtex } from './scan.ts'
import { END, type EntryTable, KEY_END, placeIn, START, tableBuilder } from './table.ts'

/** A table of a changed text, and which entries of the earlier one stand in it unchanged. */
export interface Reread {
  readonly table: EntryTable
  /** In order. */
  readonly kept: readonly Kept[]
}

/** Entries in a row that read the same as before. */
export interface Kept {
  /** The number of the first of them in the earlier table, and in this one. */
  readonly before: number
  readonly now: number
  readonly count: number
}

/** A place from which both texts are the same for a while, or to their ends; `entry` is the number of an earlier one there. */
interface Meeting {
  readonly entry: number
  readonly oldAt: number
  readonly at: number
  readonly isLast: boolean
}

/**
 * The table of a text that differs from an earlier one in some stretches: only the entries in these are read again.
 * Nothing when everything must be: a `@string` changed, or there are too many problems to tell them apart.
 */
export function* reread(text: string, earlier: EntryTable): Steps<Reread | undefined> {
  if (earlier.problems.length >= 100 || earlier.count === 0) return undefined
  const old = earlier.text
  const builder = tableBuilder(text, earlier.count + 16, earlier)
  const kept: Kept[] = []
  const problems: Problem[] = []
  const keep = ({ entry, oldAt, at }: Meeting, to: number, oldEnd: number): void => {
    kept.push({ before: entry, now: builder.count(), count: to - entry })
    builder.copy(earlier, entry, to, at - oldAt)
    for (const { message, span } of earlier.problems)
      if (span.start >= oldAt && span.end <= oldEnd) problems.push({ message, span: shift(span, at - oldAt) })
  }

  let same = yield* commonStart(old, 0, text, 0)
  const rest = yield* commonEnd(old, text, Math.min(old.length, text.length) - same)
  const beginning: Meeting = { entry: 0, oldAt: 0, at: 0, isLast: false }
  let meeting: Meeting | undefined = beginning
  while (meeting) {
    const { entry, oldAt, at, isLast }: Meeting = meeting
    if (isLast) {
      keep(meeting, earlier.count, old.length)
      break
    }
    const sound = soundUpTo(earlier, meeting, oldAt + same)
    const oldFrom = sound > entry ? placeIn(earlier, sound - 1, END) : oldAt
    if (sound > entry) keep(meeting, sound, oldFrom)
    const from = oldFrom + at - oldAt

    const find = meetingFinder(text, earlier, { rest, passed: sound, isLastOnly: kept.length > MOST_MEETINGS })
    const tried = sound > entry || meeting === beginning ? -1 : at
    let met: Meeting | undefined
    const found = yield* scanBibtex(text, builder.visitor, from, place => {
      if (place !== tried) met = find(place)
      return met !== undefined
    })
    const [end, oldEnd] = met ? [met.at, met.oldAt] : [text.length, old.length]
    if (hasString(text, from, end) || hasString(old, oldFrom, oldEnd)) return undefined
    problems.push(...(met ? found.filter(({ span }) => span.start < end) : found))
    if (met && !met.isLast) same = yield* commonStart(old, oldEnd, text, end)
    meeting = met
  }
  return problems.length > MOST_PROBLEMS ? undefined : { table: builder.finish(problems), kept }
}

/** How far back from the change a broken entry may have looked ahead to it. */
const LOOKAHEAD = 100_000

/**
 * The end of the entries from a meeting on that lie before `end` and cannot have been read with a look at what follows it:
 * not the last one, nor any from the first broken one that is near.
 */
function soundUpTo(earlier: EntryTable, { entry, oldAt }: Meeting, end: number): number {
  const count = countWhere(earlier, index => placeIn(earlier, index, END) < end)
  if (count < entry + 2) return entry
  const limit = placeIn(earlier, count - 1, START)
  const broken = earlier.problems.reduce(
    (least, { span }) =>
      span.start >= oldAt && span.end > limit - LOOKAHEAD && span.start < limit ? Math.min(least, span.start) : least,
    limit,
  )
  if (broken === limit) return count - 1
  return Math.max(entry, countWhere(earlier, index => placeIn(earlier, index, END) < broken) - 1)
}

/** So many stretches are kept, and then the last one: what is kept by entry and not by place is gone through for each. */
const MOST_MEETINGS = 64

/** How many entries are looked through for one of the new text: at first, and after many have been read without a meeting. */
const LOOKED = { first: 8, late: 4 }

/** After so many, most of the text is another one, or entries have been put in: then the next ones are those to look for. */
const MANY = 32

interface Ahead {
  /** How long an end both texts share. */
  readonly rest: number
  /** How many entries of the earlier text have been passed. */
  readonly passed: number
  /** Whether a meeting only counts in the end that both texts share. */
  readonly isLastOnly: boolean
}

/**
 * Finds whether the texts meet at an entry of the new one: in the end that they share, or where this entry and the next
 * one read as two of the earlier text do. The more entries have been read since the last meeting, the farther it looks.
 */
function meetingFinder(text: string, earlier: EntryTable, ahead: Ahead): (at: number) => Meeting | undefined {
  const { rest, passed, isLastOnly } = ahead
  const distance = text.length - earlier.text.length
  const startOf = (entry: number): number => placeIn(earlier, entry, START)
  const endFrom = earlier.text.length - rest
  let tail = Math.max(
    passed,
    countWhere(earlier, entry => startOf(entry) <= endFrom),
  )
  let seen = 0
  const isSame = (entry: number, at: number): boolean => {
    const start = startOf(entry)
    // Most are told apart by the ends of their citekeys, which is much faster than to compare two slices.
    const key = placeIn(earlier, entry, KEY_END) - start
    for (let place = key; place > key - 4; place--)
      if (earlier.text.charCodeAt(start + place) !== text.charCodeAt(at + place)) return false
    const end = placeIn(earlier, entry + 1, END) + 1
    return earlier.text.slice(start, end) === text.slice(at, at + end - start)
  }
  return at => {
    if (at > text.length - rest) {
      while (tail < earlier.count && startOf(tail) + distance < at) tail++
      const isThere = tail < earlier.count && startOf(tail) + distance === at
      return isThere ? { entry: tail, oldAt: at - distance, at, isLast: true } : undefined
    }
    const far = isLastOnly ? passed : passed + (seen < MANY ? LOOKED.first + 2 * seen++ : LOOKED.late)
    for (let entry = passed; entry < far && entry + 1 < earlier.count; entry++)
      if (isSame(entry, at)) return { entry, oldAt: startOf(entry), at, isLast: false }
    return undefined
  }
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
