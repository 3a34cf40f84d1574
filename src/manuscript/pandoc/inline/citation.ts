import type { Citation, CitationItem } from '../../manuscript.ts'
import { readAttributes } from '../attributes.ts'
import { referenceKey } from '../reference-key.ts'
import { spaceAndLine } from '../scan.ts'
import { type Citekey, readCitekey } from './citekey.ts'
import { closingBracket } from './close-bracket.ts'
import { readTarget } from './link-target.ts'
import { noteMarkerEnd } from './note.ts'
import {
  attempt,
  blank,
  collect,
  DEEPEST_BRACKET,
  type InlineReader,
  isAfterWord,
  nextOf,
  readWithin,
  span,
} from './reader.ts'
import { remember } from './remember.ts'

/** `[see @key, p. 3; -@other]`. */
export function readCitationGroup(reader: InlineReader, index: number, limit: number, flags: number): number {
  return attempt(reader, () => {
    const mark = reader.facts.length
    const items: CitationItem[] = []
    const end = readGroup(reader, index, limit, flags, items)
    if (end < 0) return -1
    const citation: Citation = { span: span(reader, index, end), mode: 'parenthetical', items }
    reader.facts.splice(mark, 0, { type: 'citation', citation })
    return end
  })
}

/** `@key`, `-@key`, and `@key [p. 3; @other]`. */
export function readNarrativeCitation(reader: InlineReader, index: number, limit: number, flags: number): number {
  if (isAfterWord(reader, index)) return -1
  const citekey = readCitekey(reader.text, index, limit)
  if (!citekey) return -1
  if (reader.environment.examples.has(reader.text.slice(citekey.key[0], citekey.key[1]))) return -1
  const first = item(reader, citekey, '', '')
  blank(reader, citekey.start, citekey.end)
  const alone: Citation = { span: first.span, mode: 'narrative', items: [first] }
  const located = remember(reader, index, limit, flags, () => readLocator(reader, citekey, alone, limit, flags))
  if (located >= 0) return located
  reader.facts.push({ type: 'citation-or-example', citation: alone })
  return citekey.end
}

/** The bracket after a narrative citation: a group of its own, or a locator and perhaps more items. */
function readLocator(reader: InlineReader, citekey: Citekey, alone: Citation, limit: number, flags: number): number {
  const { text } = reader
  const open = spaceAndLine(text, citekey.end, limit)
  if (open < 0 || open >= limit || text.charCodeAt(open) !== 91) return -1
  if (reader.bracketDepth >= DEEPEST_BRACKET || closingBracket(reader, open, limit, flags, 'citations') < 0) return -1
  reader.bracketDepth++
  const items: CitationItem[] = [alone.items[0]!]
  let end = -1
  const group = collect(reader, () => {
    end = attempt(reader, () => readGroup(reader, open, limit, flags, items))
    if (end < 0) {
      items.length = 1
      end = attempt(reader, () => readBareLocator(reader, citekey, open, limit, flags, items))
    }
  })
  if (end >= 0) {
    const linked = collect(reader, () => readWithin(reader, open + 1, end - 1, flags, true))
    const withGroup: Citation = { span: span(reader, citekey.start, end), mode: 'narrative', items }
    const key = referenceKey(text.slice(open + 1, end - 1))
    reader.facts.push({ type: 'citation-or-link', key, alone, withGroup, linked, group })
  }
  reader.bracketDepth--
  return end
}

/** `[items]` that is not the text of a link or span. */
function readGroup(reader: InlineReader, index: number, limit: number, flags: number, items: CitationItem[]): number {
  const { text } = reader
  const at = nextOf(reader, '@', index)
  if (at < 0 || at >= limit || closingBracket(reader, index, limit, flags, 'citations') < 0) return -1
  const start = spaceAndLine(text, index + 1, limit)
  const end = start < 0 ? -1 : readItems(reader, start, limit, flags, items)
  if (end < 0) return -1
  if (end >= limit) return end
  const code = text.charCodeAt(end)
  if (code === 40 && readTarget(reader, end, limit)) return -1
  if (code === 123 && readAttributes(text, end, limit)) return -1
  const reference = code === 91 && noteMarkerEnd(text, end, limit) < 0 && closingBracket(reader, end, limit, flags) >= 0
  return reference ? -1 : end
}

/** `[p. 3]` and what may follow it after `;`. */
function readBareLocator(
  reader: InlineReader,
  citekey: Citekey,
  open: number,
  limit: number,
  flags: number,
  items: CitationItem[],
): number {
  const { text } = reader
  if (text.charCodeAt(open + 1) === 94) return -1
  const stop = readSuffix(reader, open + 1, limit, flags)
  if (stop < 0) return -1
  items[0] = item(reader, citekey, '', text.slice(open + 1, stop).trim())
  let end = spaceAndLine(text, stop, limit)
  if (text.charCodeAt(stop) === 59) {
    const next = spaceAndLine(text, stop + 1, limit)
    end = next < 0 ? -1 : readItems(reader, next, limit, flags, items)
    return end < 0 || (end < limit && '[({'.includes(text.charAt(end))) ? -1 : end
  }
  if (end < 0 || end >= limit || text.charCodeAt(end) !== 93) return -1
  end++
  return end < limit && '[({'.includes(text.charAt(end)) ? -1 : end
}

/** Items divided by `;`, up to the bracket after them: the index after that. */
function readItems(reader: InlineReader, index: number, limit: number, flags: number, items: CitationItem[]): number {
  const { text } = reader
  for (let start = index; ; ) {
    const keyStart = readPrefix(reader, start, limit, flags)
    if (keyStart < 0 || isAfterWord(reader, keyStart)) return -1
    const citekey = readCitekey(text, keyStart, limit)
    if (!citekey) return -1
    blank(reader, citekey.start, citekey.end)
    const stop = readSuffix(reader, citekey.end, limit, flags)
    if (stop < 0) return -1
    items.push(item(reader, citekey, text.slice(start, keyStart).trim(), text.slice(citekey.end, stop).trimEnd()))
    const next = text.charCodeAt(stop) === 59 ? spaceAndLine(text, stop + 1, limit) : -1
    if (next < 0) {
      const close = spaceAndLine(text, stop, limit)
      return close >= 0 && close < limit && text.charCodeAt(close) === 93 ? close + 1 : -1
    }
    start = next
  }
}

/** Inlines before a citekey: the index of the key. A `]` ends them too, and the key must follow it. */
function readPrefix(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  let at = index
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (code === 93) return at + 1
    if ((code === 64 || code === 45) && !isAfterWord(reader, at) && readCitekey(text, at, limit)) return at
    if (code === 59) return -1
    const next = reader.inline(reader, at, limit, flags)
    if (next < 0) return -1
    at = next
  }
  return -1
}

/** Inlines after a citekey: the index of the `;` or `]` that ends them, or of the white space before it. */
function readSuffix(reader: InlineReader, index: number, limit: number, flags: number): number {
  const { text } = reader
  const start = spaceAndLine(text, index, limit)
  if (start < 0) return -1
  let at = start
  while (at < limit && text.charCodeAt(at) !== 59 && text.charCodeAt(at) !== 93) {
    const next = reader.inline(reader, at, limit, flags)
    if (next < 0) break
    at = next
  }
  return at
}

function item(reader: InlineReader, citekey: Citekey, prefix: string, suffix: string): CitationItem {
  const [start, end] = citekey.key
  return {
    citekey: reader.text.slice(start, end),
    span: span(reader, citekey.start, citekey.end),
    citekeySpan: span(reader, start, end),
    prefix,
    suffix,
    suppressAuthor: citekey.suppressAuthor,
    crossReference: false,
  }
}
