import { memo } from '../../text/memo.ts'
import { isExact, lettersOf } from './align.ts'
import type { Bracketed } from './brackets.ts'
import { definition, spanOf } from './definition.ts'
import type { Listed } from './listed.ts'
import { bestLong, lastWords } from './long-form.ts'
import { isNestedIn } from './nested.ts'
import { namesIn, type ShortForm, shortFormIn } from './short-form.ts'

/** “Long form (SF)”, of all that stands in the brackets. */
export function longBefore(prose: string, brackets: Bracketed): Listed | undefined {
  const short = shortFormIn(prose.slice(brackets.start + 1, brackets.end - 1))
  return short && longBeforeShort(prose, brackets, short)
}

/** “Long form (SF/OTHER)”. */
export function longBeforeNames(prose: string, brackets: Bracketed): Listed | undefined {
  for (const name of namesIn(prose.slice(brackets.start + 1, brackets.end - 1))) {
    const found = longBeforeShort(prose, brackets, name)
    if (found) return { ...found, sharesBrackets: true }
  }
  return undefined
}

/** “Long form (SF)”, of one short form in the brackets. */
function longBeforeShort(prose: string, { start, end, from }: Bracketed, short: ShortForm): Listed | undefined {
  const { text } = short
  const letters = lettersOf(text)
  const before = prose.slice(from(), start)
  // a call or a reference, `\@ref(flow)`, holds no short form
  if (/[\\@]\S*$/.test(before)) return undefined
  const window = lastWords(before, Math.min(letters + 5, letters * 2 + 2))
  // “trait loci (QTLs)” are as plural as “traits” are
  const long = bestLong(text, window.text) ?? bestLong(text.replace(/(?<=\p{Lu})s$/u, ''), window.text)
  if (!long || (letters === 1 && isCounted(prose, text))) return undefined
  // “[Ca2+]” and “[PSI+]” are a concentration and a prion
  const isDoubtful = short.isDoubtful || (prose[start] === '[' && /[+-]$/.test(text))
  if (isDoubtful && !isSure(text, window.text.slice(long.start, long.end))) return undefined
  const windowStart = from() + window.offset
  const longSpan = { start: windowStart + long.start, end: windowStart + long.end }
  return definition(prose, spanOf(start + 1 + short.start, text), longSpan, end)
}

/** Whether a long form is one even of a doubtful short form; of two letters, many words are: “significant differences (SD = 3)”. */
const isSure = (short: string, long: string): boolean =>
  lettersOf(short) > 2 && !long.includes(',') && isExact(short, long)

/** Whether a letter counts, as in “artery (A), vein (B)”: those from A to it stand in brackets, two at least. */
function isCounted(prose: string, letter: string): boolean {
  const last = letter > 'B' ? letter : 'B'
  const alone = lettersAlone(prose)
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].every(each => each > last || alone.has(each))
}

/** The capitals that stand alone in brackets. */
const lettersAlone = memo(
  (prose: string): ReadonlySet<string> => new Set([...prose.matchAll(/\(([A-Z])\)/g)].map(([, letter]) => letter!)),
)

/** “Long form (SF) and more (SFM)”. */
export function longAround(prose: string, { start, end }: Bracketed, inner?: Listed): Listed | undefined {
  const short = inner && shortFormIn(prose.slice(start + 1, end - 1))
  if (!short || short.isDoubtful || !isNestedIn(short.text, inner, prose.slice(inner.span.end, start))) return undefined
  const longSpan = { start: inner.longSpan.start, end: start - /\s*$/.exec(prose.slice(0, start))![0].length }
  const long = `${inner.long}${prose.slice(inner.span.end, longSpan.end)}`
  return { ...definition(prose, spanOf(start + 1 + short.start, short.text), longSpan, end), long }
}
