import { wordWidth } from '../characters.ts'
import {
  attempt,
  DEEPEST_INLINE,
  IN_DOUBLE_QUOTES,
  IN_SINGLE_QUOTES,
  type InlineReader,
  isAfterWord,
} from './reader.ts'
import { remember } from './remember.ts'

const SINGLE_OPEN = "'\u2018\u0091"
const SINGLE_CLOSE = "'\u2019\u0092"
const DOUBLE_OPEN = '"\u201c\u0093'
const DOUBLE_CLOSE = '"\u201d\u0094'
const QUOTES = IN_SINGLE_QUOTES | IN_DOUBLE_QUOTES

/** Text in quotation marks, or one mark alone (`smart`). */
export function readQuoted(reader: InlineReader, index: number, limit: number, flags: number): number {
  const mark = reader.text.charAt(index)
  for (const [kind, openers] of [
    [IN_DOUBLE_QUOTES, DOUBLE_OPEN],
    [IN_SINGLE_QUOTES, SINGLE_OPEN],
  ] as const) {
    if (!openers.includes(mark) || flags & kind || isAfterWord(reader, index) || !opens(reader, index, limit)) continue
    const inside = (flags & ~QUOTES) | kind
    const end = remember(reader, index, limit, inside, () =>
      attempt(reader, () => quotation(reader, index + 1, limit, inside)),
    )
    return end >= 0 ? end : index + 1
  }
  return mark === '"' || mark === "'" ? index + 1 : -1
}

const opens = ({ text }: InlineReader, index: number, limit: number): boolean =>
  index + 1 < limit && !/[ \t\n\r]/.test(text.charAt(index + 1))

function quotation(reader: InlineReader, index: number, limit: number, flags: number): number {
  if (reader.depth >= DEEPEST_INLINE || closing(reader, index, limit, flags) >= 0) return -1
  if (!mayClose(reader, index, limit, flags)) return -1
  reader.depth++
  let at = index
  let end = -1
  while (at >= 0 && end < 0) {
    at = at < limit ? reader.inline(reader, at, limit, flags) : -1
    if (at >= 0) end = closing(reader, at, limit, flags)
  }
  reader.depth--
  return end
}

/** Whether anything that could close a quotation comes at all; looked up once for all of a text. */
function mayClose(reader: InlineReader, index: number, limit: number, flags: number): boolean {
  const pattern = flags & IN_SINGLE_QUOTES ? SINGLE_END : DOUBLE_END
  const key = pattern.source
  let known = reader.nextIndex.get(key)
  if (!known || known.from > index || (known.found >= 0 && known.found < index)) {
    pattern.lastIndex = index
    known = { from: index, found: pattern.exec(reader.text)?.index ?? -1 }
    reader.nextIndex.set(key, known)
  }
  return known.found >= 0 && known.found < limit
}

const SINGLE_END = /['\u2019\u0092](?![\p{L}\p{N}])/gu
const DOUBLE_END = /["\u201d\u0094]/g

/** The index after a closing mark. */
function closing({ text }: InlineReader, index: number, limit: number, flags: number): number {
  if (index >= limit) return -1
  const single = (flags & IN_SINGLE_QUOTES) !== 0
  if (!(single ? SINGLE_CLOSE : DOUBLE_CLOSE).includes(text.charAt(index))) return -1
  return single && index + 1 < limit && wordWidth(text, index + 1) > 0 ? -1 : index + 1
}
