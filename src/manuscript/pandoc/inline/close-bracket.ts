import { skipBlanks, spaceAndLine } from '../scan.ts'
import { readCitekey } from './citekey.ts'
import { readCode } from './code.ts'
import { readEscape } from './escape.ts'
import { readHtml } from './html.ts'
import { readLineEnd } from './line-end.ts'
import { readBackslashMath, readMath } from './math.ts'
import { type InlineReader, look, NO_BREAKS } from './reader.ts'
import { texEnd } from './tex.ts'

/**
 * The index of the `]` that closes the `[` at `index`, or -1. Brackets in code, mathematics, tags and TeX do not count,
 * nor, of a group of citations, those marks that stand in a citekey. One pass settles all brackets that it comes by.
 */
export function closingBracket(
  reader: InlineReader,
  index: number,
  limit: number,
  flags: number,
  of: 'text' | 'citations' = 'text',
): number {
  const place = (limit * 2 + (flags & NO_BREAKS ? 1 : 0)) * 2 + (of === 'citations' ? 1 : 0)
  let known = reader.brackets.get(place)
  if (!known) reader.brackets.set(place, (known = new Map()))
  const settled = known.get(index)
  if (settled !== undefined) return settled
  look(reader, () => settle(reader, index, limit, flags, of, known))
  return known.get(index)!
}

function settle(
  reader: InlineReader,
  index: number,
  limit: number,
  flags: number,
  of: 'text' | 'citations',
  known: Map<number, number>,
): number {
  const { text } = reader
  const open: number[] = []
  // In a group, white space after a bracket, a semicolon or a key may hold any line end, even one that begins a list.
  let spaced = -1
  let at = index
  while (at >= 0 && at < limit) {
    const code = text.charCodeAt(at)
    if (code === 91) {
      open.push(at)
      spaced = ++at
    } else if (code === 93) {
      known.set(open.pop()!, at)
      if (open.length === 0) return at
      at++
    } else if (code === 10) {
      const next = readLineEnd(reader, at, limit, flags)
      at =
        next < 0 && of === 'citations' && at === skipBlanks(text, spaced, limit) ? spaceAndLine(text, at, limit) : next
    } else if (code === 64 && of === 'citations') spaced = at = citekeyEnd(text, at, limit)
    else if (code === 59) spaced = ++at
    else if (code === 36 || code === 60 || code === 92 || code === 96) {
      const token = opaque(reader, code, at, limit)
      at = token < 0 ? at + 1 : token
    } else at++
  }
  for (const unclosed of open) known.set(unclosed, -1)
  return -1
}

/** The marks within a citekey are its own: `[@a$b]` holds no mathematics. */
function citekeyEnd(text: string, index: number, limit: number): number {
  const citekey = wordBefore(text, index) ? undefined : readCitekey(text, index, limit)
  return citekey?.end ?? index + 1
}

const wordBefore = (text: string, index: number): boolean =>
  /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, index - 2), index))

function opaque(reader: InlineReader, code: number, index: number, limit: number): number {
  if (code === 36) return readMath(reader, index, limit)
  if (code === 60) return readHtml(reader, index, limit)
  if (code === 96) return readCode(reader, index, limit)
  const math = reader.environment.options.backslashMath ? readBackslashMath(reader, index, limit) : -1
  if (math >= 0) return math
  const escaped = readEscape(reader, index, limit)
  return escaped >= 0 ? escaped : texEnd(reader, index, limit)
}
