import { isExact } from './align.ts'
import type { Bracketed } from './brackets.ts'
import { definition, spanOf } from './definition.ts'
import type { Listed } from './listed.ts'
import { bestLong } from './long-form.ts'
import { isShortForm, trimmed } from './short-form.ts'

/** A city and its state: “(New York, NY)”. */
const STATE = /^New\s+\p{Lu}\p{Ll}+,\s+N[A-Z]$/u

/** “(long form, SF)”, “(long form; SF)”, “(long form = SF)”. */
export function bothInside(prose: string, { start, end }: Bracketed): Listed | undefined {
  const inner = prose.slice(start + 1, end - 1)
  const mark = [...inner.matchAll(/[,;:=]|\sor\s/g)].at(-1)
  if (!mark) return undefined
  const from = mark.index + mark[0].length
  const { text: short, offset } = trimmed(inner.slice(from))
  if (!isShortForm(short) || !/\p{Lu}.*\p{Lu}/u.test(short) || STATE.test(inner)) return undefined
  const long = bestLong(short, inner.slice(0, mark.index))
  if (!long || /[\p{L}\p{N}]/u.test(inner.slice(0, long.start))) return undefined
  const longSpan = { start: start + 1 + long.start, end: start + 1 + long.end }
  return definition(prose, spanOf(start + 1 + from + offset, short), longSpan, end)
}

/** “(SF, long form)”, “(SF: long form)”, “(SF = long form)”, where every letter agrees. */
export function bothInsideTurned(prose: string, { start, end }: Bracketed): Listed | undefined {
  const inner = prose.slice(start + 1, end - 1)
  const mark = /[,;:=]/.exec(inner)
  if (!mark) return undefined
  const { text: short, offset } = trimmed(inner.slice(0, mark.index))
  if (!isShortForm(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) return undefined
  const from = mark.index + 1
  const rest = inner.slice(from)
  const long = trimmed(rest.slice(0, /[,;]/.exec(rest)?.index ?? rest.length))
  if (!/\s/.test(long.text) || !isExact(short, long.text)) return undefined
  return definition(prose, spanOf(start + 1 + offset, short), spanOf(start + 1 + from + long.offset, long.text), end)
}
