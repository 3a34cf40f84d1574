import { readAttributes } from '../attributes.ts'
import { isBlankCode } from '../characters.ts'
import { isEscapable } from '../scan.ts'
import { placeOf, sourceBuilder } from '../source.ts'
import { decodeEntity } from './escape.ts'
import { attempt, DEEPEST_INLINE, type InlineReader, inlineReader, nextOf, readWithin } from './reader.ts'
import { remember } from './remember.ts'

/** `~~struck out~~`. */
export function readStruck(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  if (!text.startsWith('~~', index) || index + 2 >= limit || /[ \t\n~]/.test(text.charAt(index + 2))) return -1
  const last = nextOf(reader, '~~', index + 2)
  if (last < 0 || last >= limit) return -1
  return remember(reader, index, limit, flags, () => attempt(reader, () => struckEnd(reader, index + 2, limit, flags)))
}

function struckEnd(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  if (reader.depth >= DEEPEST_INLINE) return -1
  reader.depth++
  let at = index
  do {
    const blanks = isBlankCode(text.charCodeAt(at))
    at = at < limit ? reader.inline(reader, at, limit, flags) : -1
    if (blanks && at >= 0 && text.startsWith('~~', at)) at = -1
  } while (at >= 0 && !(text.startsWith('~~', at) && at + 2 <= limit))
  reader.depth--
  return at < 0 ? -1 : at + 2
}

/** `^superscript^` and `~subscript~`, without blanks in them. Escapes and entities are resolved first, then inlines are read. */
export function readRaised(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  const mark = text.charCodeAt(index)
  let plain = true
  let at = index + 1
  while (at < limit && text.charCodeAt(at) !== mark) {
    const code = text.charCodeAt(at)
    if (code === 92 && at + 1 < limit && isEscapable(text, at + 1)) {
      plain = false
      at += 2
    } else if (code === 38 && decodeEntity(text, at, limit)) {
      plain = false
      at = decodeEntity(text, at, limit)!.end
    } else if (code === 123) at = readAttributes(text, at, limit)?.end ?? at + 1
    else if (code === 32 || code === 9 || code === 10) return -1
    else at++
  }
  if (at >= limit) return -1
  if (reader.depth < DEEPEST_INLINE) {
    reader.depth++
    if (plain) readWithin(reader, index + 1, at, flags)
    else readResolved(reader, index + 1, at, flags)
    reader.depth--
  }
  return at + 1
}

function readResolved(reader: InlineReader, start: number, end: number, flags: number): void {
  const { text, source } = reader
  const builder = sourceBuilder()
  for (let at = start; at < end; ) {
    const entity = text.charCodeAt(at) === 38 ? decodeEntity(text, at, end) : undefined
    const attributes = text.charCodeAt(at) === 123 ? readAttributes(text, at, end) : undefined
    if (attributes) {
      builder.copy(source, at, attributes.end)
      at = attributes.end
    } else if (entity) {
      for (const unit of entity.value.split('')) builder.add(unit, placeOf(source, at))
      at = entity.end
    } else if (text.charCodeAt(at) === 92 && isEscapable(text, at + 1)) {
      builder.add(text.charAt(at + 1) === ' ' ? '\u00a0' : text.charAt(at + 1), placeOf(source, at + 1))
      at += 2
    } else {
      builder.copy(source, at, at + 1)
      at++
    }
  }
  const resolved = builder.source()
  const inner = inlineReader(resolved, reader.environment, reader.inline)
  inner.depth = reader.depth
  inner.bracketDepth = reader.bracketDepth
  readWithin(inner, 0, resolved.text.length, flags)
  for (const fact of inner.facts) reader.facts.push(fact)
}
