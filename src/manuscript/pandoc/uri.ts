import { wordWidth } from './characters.ts'
import { decodeEntity } from './inline/escape.ts'
import schemes from './uri-schemes.json' with { type: 'json' }

const SCHEMES = new Set(schemes)
const SCHEME = /[A-Za-z][A-Za-z0-9.+-]*(?=:)/y
const WORD_PUNCTUATION = '#$%+/@\\_-&='

/** A URI of a known scheme, without the punctuation of the sentence after it: the index after it, or -1. */
export function readUri(text: string, index: number, limit: number): number {
  SCHEME.lastIndex = index
  const scheme = SCHEME.exec(text)?.[0]
  if (scheme === undefined || !SCHEMES.has(scheme.toLowerCase())) return -1
  const start = index + scheme.length + 1
  if (start >= limit || '*_]'.includes(text.charAt(start))) return -1
  let at = start
  for (;;) {
    const next = enclosed(text, at, limit) ?? chunk(text, at, limit)
    if (next < 0) break
    at = next
  }
  return at === start ? -1 : at
}

const CLOSING = new Map([
  ['(', ')'],
  ['{', '}'],
  ['[', ']'],
])

function enclosed(text: string, index: number, limit: number): number | undefined {
  const close = index < limit ? CLOSING.get(text.charAt(index)) : undefined
  if (close === undefined) return undefined
  const end = chunk(text, index + 1, limit)
  return end >= 0 && end < limit && text.charAt(end) === close ? end + 1 : undefined
}

/** Characters of words, an entity, or punctuation with more of the URI after it. */
function chunk(text: string, index: number, limit: number): number {
  let end = wordEnd(text, index, limit)
  if (end > index) return end
  if (index >= limit) return -1
  const entity = decodeEntity(text, index, limit)
  if (entity) return entity.end
  end = index + 1
  if (text.charCodeAt(index) === 44) while (end < limit && text.charCodeAt(end) === 44) end++
  else if (/[\s<>]/.test(text.charAt(index))) return -1
  return wordEnd(text, end, limit) > end ? end : -1
}

function wordEnd(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit) {
    const width = wordWidth(text, end) || (WORD_PUNCTUATION.includes(text.charAt(end)) ? 1 : 0)
    if (width === 0) break
    end += width
  }
  return end
}
