import { isSpaceAt, wordWidth } from '../characters.ts'

/** A citekey in a text: `@key`, `-@key` or `@{key}`. */
export interface Citekey {
  readonly start: number
  readonly end: number
  readonly key: readonly [start: number, end: number]
  readonly suppressAuthor: boolean
}

/** Reads a citekey at `index`; what stands before is the caller's to judge. Source: Pandoc manual, “Citation syntax”. */
export function readCitekey(text: string, index: number, limit: number): Citekey | undefined {
  const suppressAuthor = text.charCodeAt(index) === 45
  const at = suppressAuthor ? index + 1 : index
  if (at >= limit || text.charCodeAt(at) !== 64) return undefined
  const start = at + 1
  const simple = simpleEnd(text, start, limit)
  if (simple > start) return { start: index, end: simple, key: [start, simple], suppressAuthor }
  const braced = text.charCodeAt(start) === 123 ? bracedEnd(text, start, limit) : -1
  return braced < 0 ? undefined : { start: index, end: braced, key: [start + 1, braced - 1], suppressAuthor }
}

const INNER = ':.#$%&-+?<>~/'

function simpleEnd(text: string, index: number, limit: number): number {
  if (index >= limit) return index
  const first = regular(text, index, limit) || (text.charCodeAt(index) === 42 ? 1 : 0)
  if (first === 0) return index
  let end = index + first
  while (end < limit) {
    const width = regular(text, end, limit)
    if (width > 0) end += width
    else if (INNER.includes(text.charAt(end)) && regular(text, end + 1, limit) > 0) end++
    else if (':/'.includes(text.charAt(end)) && end + 1 < limit && text.charCodeAt(end + 1) === 47) end++
    else break
  }
  return end
}

const regular = (text: string, index: number, limit: number): number =>
  index >= limit ? 0 : text.charCodeAt(index) === 95 ? 1 : wordWidth(text, index)

/** No key is longer than this; it bounds the search for a closing brace. */
const LONGEST_KEY = 2000
const DEEPEST_BRACES = 50

/** Braces balance and no white space stands in them. */
function bracedEnd(text: string, index: number, limit: number): number {
  let open = 0
  const last = Math.min(limit, index + LONGEST_KEY)
  for (let at = index; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === 123) {
      if (++open > DEEPEST_BRACES) return -1
    } else if (code === 125) {
      if (--open === 0) return at + 1
    } else if (isSpaceAt(text, at)) return -1
  }
  return -1
}
