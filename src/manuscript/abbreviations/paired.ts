import type { Span } from '../../text/span.ts'
import { isExact } from './align.ts'
import { isShortForm } from './short-form.ts'

/** One of two definitions that share their brackets. All offsets are of the text. */
export interface Paired {
  readonly short: string
  /** As it is said in full: of “systolic and diastolic blood pressure”, “systolic blood pressure”. */
  readonly long: string
  readonly span: Span
  readonly shortSpan: Span
  readonly longSpan: Span
  readonly sharesBrackets: true
}

const TWO =
  /^(\s*)([\p{L}\p{N}][\p{L}\p{N}/-]{1,11})(\s+(?:and|or)\s+|,\s+|\s?\/\s?)([\p{L}\p{N}][\p{L}\p{N}/-]{1,11})(?:,?\s+respectively)?\s*$/u
const JOINED = /\s+(?:and|or)\s+(?=\S)/g
const MOST_WORDS = 8

/**
 * Two long forms before two short ones, “systolic and diastolic blood pressure (SBP and DBP)”. `from` is where the clause
 * begins, `start` and `end` are those of the brackets. Each letter has to agree.
 */
export function pairedIn(text: string, start: number, end: number, from: () => number): readonly Paired[] {
  const [whole, space, first, joint, second] = TWO.exec(text.slice(start + 1, end - 1)) ?? []
  if (whole === undefined || !isAbbreviation(first!) || !isAbbreviation(second!)) return []
  const clauseStart = from()
  const clause = text.slice(clauseStart, start).trimEnd()
  const firstStart = start + 1 + space!.length
  for (const { index, 0: and } of [...clause.matchAll(JOINED)].reverse()) {
    const behind = index + and.length
    const after = clause.slice(behind)
    if (!isExact(second!, after)) continue
    const before = longBefore(first!, clause.slice(0, index), after)
    if (!before) return []
    const define = (short: string, shortStart: number, long: string, longStart: number, longEnd: number): Paired => ({
      short,
      long,
      span: { start: clauseStart + longStart, end },
      shortSpan: { start: shortStart, end: shortStart + short.length },
      longSpan: { start: clauseStart + longStart, end: clauseStart + longEnd },
      sharesBrackets: true,
    })
    return [
      define(first!, firstStart, before.long, before.start, before.isShared ? clause.length : index),
      define(second!, firstStart + first!.length + joint!.length, after, behind, clause.length),
    ]
  }
  return []
}

/** The first long form at the end of `before`; of one that is cut short, the words that it shares with the second, `after`. */
function longBefore(short: string, before: string, after: string) {
  const starts = [...before.matchAll(/[^\s([]+/g)].slice(-MOST_WORDS).map(({ index }) => index)
  const whole = starts.reverse().find(start => isExact(short, before.slice(start)))
  if (whole !== undefined) return { long: before.slice(whole), start: whole, isShared: false }
  const last = starts[0]
  if (last === undefined) return undefined
  const own = before.slice(last)
  const shared = own.endsWith('-') ? /(?<=-)\p{L}.*$/su.exec(after)?.[0] : /\s.*$/s.exec(after)?.[0]
  const long = own + shared
  return shared !== undefined && isExact(short, long) ? { long, start: last, isShared: true } : undefined
}

const isAbbreviation = (short: string): boolean =>
  isShortForm(short) && /\p{Lu}.*[\p{Lu}\p{N}]|^\p{Lu}\p{Ll}$/u.test(short)
