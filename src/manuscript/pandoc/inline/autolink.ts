import { readAttributes } from '../attributes.ts'
import { wordWidth } from '../characters.ts'
import { readUri } from '../uri.ts'
import { blank, type InlineReader, span } from './reader.ts'

/** No address is longer than this; it bounds the search for its end. */
const LONGEST_ADDRESS = 4000

/** `<https://…>` or `<name@host.org>`. */
export function readAutolink(reader: InlineReader, index: number, limit: number): number {
  const { text } = reader
  const last = Math.min(limit, index + LONGEST_ADDRESS)
  if (!text.slice(index, last).includes('>')) return -1
  const address = addressEnd(text, index + 1, last)
  if (address < 0) return -1
  let close = address
  while (close < last && text.charCodeAt(close) !== 62 && !/\s/.test(text.charAt(close))) close++
  if (close >= last || text.charCodeAt(close) !== 62) return -1
  const attributes = readAttributes(text, close + 1, limit)
  const end = attributes?.end ?? close + 1
  return noteLink(reader, index, end, index + 1, close)
}

/** A URL or e-mail address that stands in the text as it is, where the renderer makes a link of it. */
export function readBareUri(reader: InlineReader, index: number, limit: number): number {
  if (wordWidth(reader.text, index) === 0) return -1
  const end = addressEnd(reader.text, index, limit)
  return end < 0 ? -1 : noteLink(reader, index, end, index, end)
}

function noteLink(reader: InlineReader, start: number, end: number, from: number, to: number): number {
  const place = span(reader, from, to)
  const destination = { value: reader.text.slice(from, to), span: place }
  reader.facts.push({ type: 'link', link: { span: span(reader, start, end), text: place, destination } })
  blank(reader, start, end)
  return end
}

function addressEnd(text: string, index: number, limit: number): number {
  const uri = readUri(text, index, limit)
  return uri >= 0 ? uri : readEmail(text, index, limit)
}

const MAILBOX_PUNCTUATION = '!"#$%&\'*+-/=?^_{|}~;'

/** `name@host.org`: the index after it, or -1. */
function readEmail(text: string, index: number, limit: number): number {
  let at = mailboxPart(text, index, limit)
  while (at >= 0 && at < limit && text.charCodeAt(at) === 46) {
    const next = mailboxPart(text, at + 1, limit)
    if (next < 0) break
    at = next
  }
  if (at < 0 || at >= limit || text.charCodeAt(at) !== 64) return -1
  at = domainPart(text, at + 1, limit)
  while (at >= 0 && at < limit && text.charCodeAt(at) === 46) {
    const next = domainPart(text, at + 1, limit)
    if (next < 0) break
    at = next
  }
  return at
}

function mailboxPart(text: string, index: number, limit: number): number {
  if (index >= limit || wordWidth(text, index) === 0) return -1
  let end = index
  while (end < limit) {
    const width = wordWidth(text, end) || (MAILBOX_PUNCTUATION.includes(text.charAt(end)) ? 1 : 0)
    if (width === 0) break
    end += width
  }
  return end
}

function domainPart(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit) {
    const hyphen = text.charCodeAt(end) === 45 && end + 1 < limit && wordWidth(text, end + 1) > 0
    const width = hyphen ? 1 : wordWidth(text, end)
    if (width === 0) break
    end += width
  }
  return end > index ? end : -1
}
