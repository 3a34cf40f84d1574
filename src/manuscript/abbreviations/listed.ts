import type { Span } from '../../text/span.ts'
import { align } from './align.ts'
import { isShortForm, trimmed } from './short-form.ts'

/** A definition in a list of abbreviations. */
export interface Listed {
  readonly short: string
  readonly long: string
  readonly span: Span
  readonly shortSpan: Span
  readonly longSpan: Span
}

const HEAD = /(?:^|[.;]\s)[*_ \t]*(?:list of )?abbreviations?(?: used)?[*_ \t]*[:.—–-][*_]*\s*/i
const LONGEST = 120

/**
 * The definitions of a list such as “Abbreviations: ECM, extracellular matrix; CTC, circulating tumor cell.” and of the
 * list at the end of a caption, “ECM, extracellular matrix; CTC: circulating tumor cell”. Without the heading two
 * neighbours must agree with their letters.
 */
export function listedIn(prose: string): Listed[] {
  const head = /abbreviation/i.test(prose) ? HEAD.exec(prose) : null
  if (head) return items(prose, head.index + head[0].length, prose.length).filter(isPlausible)
  if (!prose.includes(';')) return []
  const start = listStart(prose)
  const found = items(prose, start, prose.length).filter(isAligned)
  return found.length > 1 ? found : []
}

/** Where the last sentence that holds a semicolon begins. */
function listStart(prose: string): number {
  const end = prose.indexOf(';')
  const before = prose.slice(Math.max(0, end - LONGEST * 2), end)
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'), before.lastIndexOf('.*'))
  return Math.max(0, end - LONGEST * 2) + (stop < 0 ? 0 : stop + 1)
}

function items(prose: string, start: number, end: number): Listed[] {
  const found: Listed[] = []
  const pattern = /[^;]+/g
  pattern.lastIndex = start
  for (let item = pattern.exec(prose); item && item.index < end; item = pattern.exec(prose)) {
    const listed = readItem(item[0], item.index)
    if (listed) found.push(listed)
  }
  return found
}

function readItem(item: string, start: number): Listed | undefined {
  const mark = /^([\s*_]*(?:and\s+)?)([^\s,:=–—][^,:=–—]{0,14}?)([\s*_]*[,:=–—]\s*)/.exec(item)
  if (!mark) return undefined
  const { text: short, offset } = trimmed(mark[2]!)
  if (!isShortForm(short) || !/\p{Lu}/u.test(short)) return undefined
  const rest = item.slice(mark[0].length)
  const { text: long, offset: inset } = trimmed(rest.slice(0, /\.(?:\s|$)/.exec(rest)?.index ?? rest.length))
  if (long.length < 4 || long.length > LONGEST || !/^[\p{L}\p{N}]/u.test(long)) return undefined
  const shortStart = start + mark[1]!.length + offset
  const longStart = start + mark[0].length + inset
  return {
    short,
    long,
    span: { start: shortStart, end: longStart + long.length },
    shortSpan: { start: shortStart, end: shortStart + short.length },
    longSpan: { start: longStart, end: longStart + long.length },
  }
}

const isAligned = ({ short, long }: Listed): boolean =>
  /\p{Lu}.*\p{Lu}/u.test(short) &&
  align(short, long).some(({ start, cost }) => start === 0 && cost <= short.length * 0.5)

/** Under a heading that says so, the first letters need to agree. */
const isPlausible = (listed: Listed): boolean =>
  isAligned(listed) || listed.long[0]!.toLowerCase() === listed.short[0]!.toLowerCase()
