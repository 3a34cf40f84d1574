import type { Spanned } from '../../text/span.ts'
import type { AttributedElement, Attributes } from '../reading.ts'
import { isLetterAt, wordWidth } from './characters.ts'
import { isEscapable, literalCharacter, spaceAndLine } from './scan.ts'
import { type Source, spanOf } from './source.ts'

/** `{#id .class key=value -}` as read, with indices in the source. */
export interface AttributeList {
  readonly start: number
  readonly end: number
  readonly id?: readonly [start: number, end: number]
  readonly classes: readonly string[]
  readonly values: readonly { key: string; value: string; start: number; end: number }[]
}

/** Reads an attribute list that begins with `{` at `index`. */
export function readAttributes(text: string, index: number, limit = text.length): AttributeList | undefined {
  if (text.charCodeAt(index) !== 123) return undefined
  const classes: string[] = []
  const values: { key: string; value: string; start: number; end: number }[] = []
  let id: readonly [number, number] | undefined
  let at = spaceAndLine(text, index + 1, limit)
  while (at >= 0 && at < limit) {
    const code = text.charCodeAt(at)
    if (code === 125) return { start: index, end: at + 1, ...(id ? { id } : {}), classes, values }
    let end = -1
    if (code === 35) {
      end = identifierEnd(text, at + 1, limit)
      if (end === at + 1) return undefined
      id = [at + 1, end]
    } else if (code === 46) {
      end = nameEnd(text, at + 1, limit)
      if (end >= 0) classes.push(text.slice(at + 1, end))
    } else if (code === 45) {
      end = at + 1
      classes.push('unnumbered')
    } else {
      const keyEnd = nameEnd(text, at, limit)
      if (keyEnd < 0 || text.charCodeAt(keyEnd) !== 61) return undefined
      const value = readValue(text, keyEnd + 1, limit)
      end = value.next
      const key = text.slice(at, keyEnd)
      if (key === 'id') id = [value.start, value.end]
      else if (key === 'class') classes.push(...text.slice(value.start, value.end).split(/\s+/).filter(Boolean))
      else values.push({ key, value: text.slice(value.start, value.end), start: value.start, end: value.end })
    }
    if (end < 0) return undefined
    at = spaceAndLine(text, end, limit)
  }
  return undefined
}

/** The same as the rest of Stroma sees it, with places in the manuscript. */
export function attributesOf(
  source: Source,
  list: AttributeList,
  element: AttributedElement,
  of: Attributes['of'],
): Attributes {
  const id: Spanned<string> | undefined = list.id && {
    value: source.text.slice(list.id[0], list.id[1]),
    span: spanOf(source, list.id[0], list.id[1]),
  }
  return {
    element,
    span: spanOf(source, list.start, list.end),
    of,
    ...(id ? { id } : {}),
    classes: list.classes,
    values: new Map(
      list.values.map(({ key, value, start, end }) => [key, { value, span: spanOf(source, start, end) }]),
    ),
  }
}

/** `{=format}`: the index after it, or -1. */
export function rawAttributeEnd(text: string, index: number, limit = text.length): number {
  if (text.charCodeAt(index) !== 123) return -1
  const found = /^\{[ \t]*=[\p{L}\p{N}_-]+[ \t]*\}/u.exec(text.slice(index, Math.min(limit, index + 100)))
  return found ? index + found[0].length : -1
}

function identifierEnd(text: string, index: number, limit: number): number {
  let end = index
  while (end < limit) {
    const width = wordWidth(text, end) || ('-_:.'.includes(text.charAt(end)) ? 1 : 0)
    if (width === 0) break
    end += width
  }
  return end
}

const nameEnd = (text: string, index: number, limit: number): number =>
  index < limit && isLetterAt(text, index) ? identifierEnd(text, index, limit) : -1

/** In quotes, or up to white space or `}`; `next` is the index after it. */
function readValue(text: string, index: number, limit: number): { start: number; end: number; next: number } {
  const quote = text.charCodeAt(index)
  if (quote === 34 || quote === 39) {
    if (text.charCodeAt(index + 1) === quote) return { start: index + 1, end: index + 1, next: index + 2 }
    if (!/\s/.test(text.charAt(index + 1))) {
      let at = index + 1
      while (at >= 0 && at < limit && text.charCodeAt(at) !== quote) at = literalCharacter(text, at, limit)
      if (at >= 0 && at < limit) return { start: index + 1, end: at, next: at + 1 }
    }
  }
  let end = index
  while (end < limit) {
    const code = text.charCodeAt(end)
    if (code === 92 && end + 1 < limit && isEscapable(text, end + 1)) end += 2
    else if (code === 32 || code === 9 || code === 10 || code === 125) break
    else end++
  }
  return { start: index, end, next: end }
}
