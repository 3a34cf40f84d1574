import type { Span } from '../../text/span.ts'
import { align, isExact } from './align.ts'
import { isShortForm, trimmed } from './short-form.ts'

/** A definition in a list of abbreviations. */
export interface Listed {
  readonly short: string
  readonly long: string
  readonly span: Span
  readonly shortSpan: Span
  readonly longSpan: Span
  /** Whether its brackets hold another name or definition as well. */
  readonly sharesBrackets?: true
}

const HEAD = /(?:^|[.;]\s)[*_ \t]*(?:list of )?abbreviations?(?: used)?[*_ \t]*[:.—–-][*_]*\s*/i
const LONGEST = 120

/**
 * The definitions of a list such as “Abbreviations: ECM, extracellular matrix; CTC, circulating tumor cell.” and of the
 * list at the end of a caption, “ECM, extracellular matrix; CTC: circulating tumor cell”. Without the heading two
 * neighbours must agree with their letters, or one in a sentence of its own, letter by letter.
 */
export function listedIn(prose: string): Listed[] {
  const head = /abbreviation/i.test(prose) ? HEAD.exec(prose) : null
  if (head) return items(prose, head.index + head[0].length, prose.length).filter(isPlausible)
  const found = prose.includes(';') ? items(prose, listStart(prose), prose.length) : []
  const aligned = found.filter(isAligned).length
  // among neighbours that agree with their letters, one need not: “MPO, myeloperoxidase”
  const listed =
    aligned > 1 || (aligned === 1 && found.length > 1 && found.every(isPlausible)) ? found.filter(isPlausible) : []
  const others = [...emphasisedIn(prose), ...notesIn(prose)]
  const isKnown = ({ shortSpan }: Listed): boolean => listed.some(one => one.shortSpan.start === shortSpan.start)
  return [...listed, ...others.filter(one => !isKnown(one))]
}

/** “*ECM* extracellular matrix, *CTC* circulating tumor cell”, as Springer sets the end of a legend. */
const EMPHASISED =
  /(?<![\p{L}\p{N}*_])([*_]{1,2})([\p{L}\p{N}][\p{L}\p{N}/-]{1,11})\1,?\s([^,;.:()[\]*_]{4,80}?)(?=\s*(?:[,;.]|$))/gu

function emphasisedIn(prose: string): Listed[] {
  if (!/[*_]/.test(prose)) return []
  return [...prose.matchAll(EMPHASISED)].flatMap(({ 0: text, 1: mark, 2: short, 3: long, index }) => {
    if (!isShortForm(short!) || !/\p{Lu}.*\p{Lu}/u.test(short!) || !isExact(short!, long!)) return []
    const start = index + mark!.length
    const shortSpan = { start, end: start + short!.length }
    const longSpan = { start: index + text.length - long!.length, end: index + text.length }
    return [{ short: short!, long: long!, span: { start, end: longSpan.end }, shortSpan, longSpan }]
  })
}

/** What parts a short form from its long one in a note, and the short form at the beginning of a sentence before it. */
const MARK = /(?<=[\p{Lu}\p{N}][s*_]{0,4})\s?[,:=]\s/gu
const SHORT = /(^|[.!?]["”’)*_\]]*\s+|\n[ \t]*)[*_]{0,3}([\p{L}\p{N}][\p{L}\p{N}/-]{1,11})[*_]{0,3}$/u
const LONG = /^[*_]{0,3}([^.,;:()[\]]{4,80}?)[*_]{0,3}(?:\.?\s*$|\.\s|\n[ \t]*\r?\n)/u

/** The sentences that say nothing else than what a short form stands for, “ECM, extracellular matrix.”, as notes and legends have them. */
function notesIn(prose: string): Listed[] {
  return [...prose.matchAll(MARK)].flatMap(({ 0: mark, index }) => {
    const from = Math.max(0, index - 30)
    const [lead, begin, short] = SHORT.exec(prose.slice(from, index)) ?? []
    if (lead === undefined || short === undefined || (begin === '' && from > 0)) return []
    const [, long] = LONG.exec(prose.slice(index + mark.length, index + mark.length + 100)) ?? []
    if (long === undefined || !isShortForm(short) || !/\p{Lu}.*\p{Lu}/u.test(short) || !isExact(short, long)) return []
    const shortStart = index - lead.length + lead.lastIndexOf(short)
    const longStart = prose.indexOf(long, index + mark.length)
    const shortSpan = { start: shortStart, end: shortStart + short.length }
    const longSpan = { start: longStart, end: longStart + long.length }
    return [{ short, long, span: { start: shortStart, end: longSpan.end }, shortSpan, longSpan }]
  })
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
