import { isDigitCode } from '../characters.ts'
import type { Environment } from '../environment.ts'
import { exampleLabelEnd } from '../inline/inline.ts'
import { smallIndent } from '../scan.ts'
import { ruleEnd } from './rule.ts'

export type NumberStyle =
  | 'decimal'
  | 'example'
  | 'default'
  | 'lower-roman'
  | 'upper-roman'
  | 'lower-alpha'
  | 'upper-alpha'
export type Delimiter = 'period' | 'one-paren' | 'two-parens' | 'default'

/** The marker of an ordered list's item; `end` is where its content begins. */
export interface OrderedMarker {
  readonly end: number
  readonly style: NumberStyle
  readonly delimiter: Delimiter
  readonly number: number
  /** Of an example. */
  readonly label?: string
}

/** Whether a line would begin an item of any list. */
export const startsListItem = (text: string, index: number, environment: Environment): boolean =>
  bulletStart(text, index) >= 0 ||
  readOrderedMarker(text, index, environment) !== undefined ||
  definitionStart(text, index) >= 0

/** Where the content of a bullet item begins, or -1. */
export function bulletStart(text: string, index: number): number {
  const mark = smallIndent(text, index)
  if (mark < 0) return -1
  const code = text.charCodeAt(mark)
  if (code !== 42 && code !== 43 && code !== 45) return -1
  return ruleEnd(text, mark) >= 0 ? -1 : contentStart(text, mark + 1)
}

/** Where the content of a definition begins, or -1. */
export function definitionStart(text: string, index: number): number {
  const mark = smallIndent(text, index)
  if (mark < 0) return -1
  const code = text.charCodeAt(mark)
  return code === 58 || code === 126 ? contentStart(text, mark + 1) : -1
}

/** Reads an ordered marker; with `like`, one that goes on with the same list. */
export function readOrderedMarker(
  text: string,
  index: number,
  environment: Environment,
  like?: OrderedMarker,
): OrderedMarker | undefined {
  const start = smallIndent(text, index)
  if (start < 0 || !/[\d#@(A-Za-z]/.test(text.charAt(start))) return undefined
  if (text.startsWith('p.', start) && /^[ \t]\d/.test(text.slice(start + 2, start + 4))) return undefined
  const opened = text.charCodeAt(start) === 40
  for (const delimiter of opened ? (['two-parens'] as const) : (['period', 'one-paren'] as const)) {
    if (like && (like.delimiter === 'default' ? 'period' : like.delimiter) !== delimiter) continue
    for (const style of like ? (['default', like.style] as const) : STYLES) {
      const marker = markerWith(text, start + (opened ? 1 : 0), style, delimiter, environment, !like)
      if (marker) return marker
    }
  }
  return undefined
}

const STYLES = [
  'decimal',
  'example',
  'default',
  'roman-one',
  'lower-alpha',
  'lower-roman',
  'upper-alpha',
  'upper-roman',
] as const

function markerWith(
  text: string,
  index: number,
  wanted: NumberStyle | 'roman-one',
  delimiter: Exclude<Delimiter, 'default'>,
  environment: Environment,
  any: boolean,
): OrderedMarker | undefined {
  const numeral = readNumeral(text, index, wanted, environment)
  if (!numeral || text.charCodeAt(numeral.end) !== (delimiter === 'period' ? 46 : 41)) return undefined
  const { style, number, label } = numeral
  const after = contentStart(text, numeral.end + 1)
  if (after < 0) return undefined
  if (
    delimiter === 'period' &&
    mayBeInitial(style, number) &&
    !/^([ \t]{2}|[ \t]?\n)/.test(text.slice(numeral.end + 1, numeral.end + 3))
  ) {
    return undefined
  }
  const kind = any && style === 'default' && delimiter === 'period' ? 'default' : delimiter
  return { end: after, style, delimiter: kind, number, ...(label === undefined ? {} : { label }) }
}

/** “B. Russell” is a name, not an item. */
const mayBeInitial = (style: NumberStyle, number: number): boolean =>
  style === 'upper-alpha' || (style === 'upper-roman' && [1, 5, 10, 50, 100, 500, 1000].includes(number))

interface Numeral {
  readonly end: number
  readonly style: NumberStyle
  readonly number: number
  readonly label?: string
}

function readNumeral(
  text: string,
  index: number,
  wanted: NumberStyle | 'roman-one',
  environment: Environment,
): Numeral | undefined {
  const code = text.charCodeAt(index)
  switch (wanted) {
    case 'decimal': {
      let end = index
      while (isDigitCode(text.charCodeAt(end))) end++
      return end > index ? { end, style: 'decimal', number: Number(text.slice(index, end)) } : undefined
    }
    case 'example': {
      if (code !== 64) return undefined
      const end = exampleLabelEnd(text, index + 1, text.length)
      const label = text.slice(index + 1, end)
      return { end, style: 'example', number: environment.examples.get(label) ?? environment.nextExample, label }
    }
    case 'default':
      return code === 35 ? { end: index + 1, style: 'default', number: 1 } : undefined
    case 'roman-one':
      if (code !== 105 && code !== 73) return undefined
      return { end: index + 1, style: code === 105 ? 'lower-roman' : 'upper-roman', number: 1 }
    case 'lower-alpha':
      return code >= 97 && code <= 122 ? { end: index + 1, style: 'lower-alpha', number: code - 96 } : undefined
    case 'upper-alpha':
      return code >= 65 && code <= 90 ? { end: index + 1, style: 'upper-alpha', number: code - 64 } : undefined
    case 'lower-roman':
      return roman(text, index, LOWER_ROMAN, 'lower-roman')
    case 'upper-roman':
      return roman(text, index, UPPER_ROMAN, 'upper-roman')
  }
}

const LOWER_ROMAN = /m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*/y
const UPPER_ROMAN = /M*(?:CM)?D?(?:CD)?C*(?:XC)?L?(?:XL)?X*(?:IX)?V?(?:IV)?I*/y
const ROMAN_VALUES = new Map(Object.entries({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }))

function roman(text: string, index: number, pattern: RegExp, style: NumberStyle): Numeral | undefined {
  pattern.lastIndex = index
  const numeral = pattern.exec(text)?.[0].toLowerCase() ?? ''
  if (numeral === '') return undefined
  let number = 0
  for (let at = 0; at < numeral.length; at++) {
    const value = ROMAN_VALUES.get(numeral[at]!)!
    number += value < (ROMAN_VALUES.get(numeral[at + 1] ?? '') ?? 0) ? -value : value
  }
  return { end: index + numeral.length, style, number }
}

/** After a marker: a blank and up to three more before text, or the line end; else -1. */
function contentStart(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code === 10) return index
  if (code !== 32) return -1
  const text_ = smallIndent(text, index + 1)
  return text_ < 0 ? index + 1 : text_
}
