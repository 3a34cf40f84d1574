import { wordWidth } from '../characters.ts'
import { literalCharacter, skipBlanks, spaceAndLine } from '../scan.ts'
import { type InlineReader, nextOf } from './reader.ts'

export interface Target {
  readonly end: number
  readonly destination: readonly [start: number, end: number]
}

/** `(destination "title")` at `index`. */
export function readTarget(reader: InlineReader, index: number, limit: number): Target | undefined {
  const { text } = reader
  if (index >= limit || text.charCodeAt(index) !== 40) return undefined
  const last = nextOf(reader, ')', index)
  if (last < 0 || last >= limit) return undefined
  const start = skipBlanks(text, index + 1, limit)
  const angled = text.charCodeAt(start) === 60 ? angleEnd(text, start, limit) : -1
  const end = angled >= 0 ? angled : destinationEnd(text, start, limit)
  const destination = angled >= 0 ? ([start + 1, angled - 1] as const) : trimmed(text, start, end)
  const title = titleAfter(text, end, limit)
  const close = skipBlanks(text, title < 0 ? end : title, limit)
  return close < limit && text.charCodeAt(close) === 41 ? { end: close + 1, destination } : undefined
}

/** `"title"` or `'title'`, with the white space before it: the index after it, or -1. */
function titleAfter(text: string, index: number, limit: number): number {
  const start = spaceAndLine(text, index, limit)
  return start < 0 ? -1 : readTitle(text, start, limit)
}

/** A title in quotation marks; marks before a letter open an inner quotation. */
export function readTitle(text: string, index: number, limit: number): number {
  const mark = text.charCodeAt(index)
  if ((mark !== 34 && mark !== 39) || index >= limit || /\s/.test(text.charAt(index + 1))) return -1
  let open = 1
  let at = index + 1
  while (at >= 0 && at < limit) {
    if (text.charCodeAt(at) !== mark) at = literalCharacter(text, at, limit)
    else {
      const opens = at + 1 < limit && wordWidth(text, at + 1) > 0
      open += opens ? 1 : -1
      at++
      if (open === 0) return at
    }
  }
  return -1
}

/** `<destination>`: the index after it, or -1. */
export function angleEnd(text: string, index: number, limit: number): number {
  let at = index + 1
  while (at >= 0 && at < limit && text.charCodeAt(at) !== 62) at = literalCharacter(text, at, limit)
  return at >= 0 && at < limit ? at + 1 : -1
}

/** A destination without angle brackets: parentheses in it balance, blanks may stand within but not before a title. */
function destinationEnd(text: string, start: number, limit: number): number {
  let at = start
  let balanced: ReadonlyMap<number, number> | undefined
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (code === 40) {
      balanced ??= balancedParentheses(text, at, limit)
      at = balanced.get(at) ?? at + 1
    } else if (code === 41) return at
    else if (code === 32 || code === 9) {
      const end: number = skipBlanks(text, at, limit)
      if (end < limit && '"\')'.includes(text.charAt(end))) return at
      at = end
    } else if (code === 10) {
      if (titleAfter(text, at, limit) >= 0) return at
      const end: number = literalCharacter(text, at, limit)
      if (end < 0) return at
      at = end
    } else at = literalCharacter(text, at, limit)
  }
  return at
}

/** For each `(` from here on that a `)` balances, the index after that; of what stands in between nothing may end a text. */
function balancedParentheses(text: string, index: number, limit: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (let at = index; at >= 0 && at < limit; ) {
    const code = text.charCodeAt(at)
    if (code === 40) open.push(at)
    else if (code === 41) {
      const start = open.pop()
      if (start === undefined) break
      ends.set(start, at + 1)
    }
    at = code === 40 || code === 41 ? at + 1 : literalCharacter(text, at, limit)
  }
  return ends
}

/** From `(` to the index after the `)` that balances it, or -1. */
export function parenthesesEnd(text: string, index: number, limit: number): number {
  let open = 0
  for (let at = index; at >= 0 && at < limit; ) {
    const code = text.charCodeAt(at)
    if (code === 40) open++
    else if (code === 41 && --open === 0) return at + 1
    at = code === 40 || code === 41 ? at + 1 : literalCharacter(text, at, limit)
  }
  return -1
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last--
  return [start, last]
}
