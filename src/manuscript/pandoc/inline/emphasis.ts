import { isBlankCode, wordWidth } from '../characters.ts'
import { runLength, skipBlanks } from '../scan.ts'
import { DEEPEST_INLINE, endWord, type InlineReader, isAfterWord } from './reader.ts'

/** `*emphasis*`, `**strong**`, `***both***`, or with `_`. What is not closed is read as plain text, without going back. */
export function readEmphasis(reader: InlineReader, index: number, limit: number, flags: number): number {
  const mark = reader.text.charCodeAt(index)
  if (mark === UNDERSCORE && isAfterWord(reader, index)) return -1
  const length = runLength(reader.text, index, limit)
  const inside = index + length
  if (inside < limit && isBlankCode(reader.text.charCodeAt(inside))) {
    // Two blanks and a line end are read with the next inline just as well.
    return skipBlanks(reader.text, inside, limit)
  }
  if (length > 3 || reader.depth >= DEEPEST_INLINE) return inside
  reader.depth++
  const read = length === 1 ? emphasis : length === 2 ? strong : both
  const end = read(reader, mark, inside, limit, flags)
  reader.depth--
  return end
}

const UNDERSCORE = 95

function emphasis(reader: InlineReader, mark: number, index: number, limit: number, flags: number): number {
  let at = index
  while (at < limit) {
    let next = -1
    if (!ends(reader, mark, 1, at, limit)) next = reader.inline(reader, at, limit, flags)
    if (next < 0 && isRun(reader, mark, 2, at, limit) && !ends(reader, mark, 1, at + 2, limit)) {
      if (reader.depth < DEEPEST_INLINE) {
        reader.depth++
        next = strong(reader, mark, at + 2, limit, flags)
        reader.depth--
      } else next = at + 2
    }
    if (next < 0) break
    at = next
  }
  return ends(reader, mark, 1, at, limit) ? close(reader, at + 1) : at
}

function strong(reader: InlineReader, mark: number, index: number, limit: number, flags: number): number {
  let at = index
  while (at < limit && !ends(reader, mark, 2, at, limit)) {
    const next = reader.inline(reader, at, limit, flags)
    if (next < 0) break
    at = next
  }
  return ends(reader, mark, 2, at, limit) ? close(reader, at + 2) : at
}

function both(reader: InlineReader, mark: number, index: number, limit: number, flags: number): number {
  let at = index
  while (at < limit && !ends(reader, mark, 1, at, limit)) {
    const next = reader.inline(reader, at, limit, flags)
    if (next < 0) break
    at = next
  }
  if (ends(reader, mark, 3, at, limit)) return close(reader, at + 3)
  if (ends(reader, mark, 2, at, limit)) return emphasis(reader, mark, close(reader, at + 2), limit, flags)
  if (ends(reader, mark, 1, at, limit)) return strong(reader, mark, close(reader, at + 1), limit, flags)
  return at
}

/** After a closing mark no citation may begin. */
function close(reader: InlineReader, index: number): number {
  endWord(reader, index)
  return index
}

const ends = (reader: InlineReader, mark: number, length: number, index: number, limit: number): boolean =>
  isRun(reader, mark, length, index, limit) &&
  (mark !== UNDERSCORE || index + length >= limit || wordWidth(reader.text, index + length) === 0)

function isRun({ text }: InlineReader, mark: number, length: number, index: number, limit: number): boolean {
  if (index + length > limit) return false
  for (let at = index; at < index + length; at++) if (text.charCodeAt(at) !== mark) return false
  return true
}
