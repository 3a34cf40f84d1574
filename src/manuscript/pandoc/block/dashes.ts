import { blankLines, lineEnd } from '../scan.ts'
import { closesFencedDiv } from './fenced-div.ts'
import type { BlockReader } from './reader.ts'

const DASHES = /^ {0,3}-[- ]*$/

/** Whether the line at `index` is made of dashes in groups. */
export function isDashes(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code !== 45 && code !== 32) return false
  const end = lineEnd(text, index)
  return end < text.length && DASHES.test(text.slice(index, end))
}

/** The columns at which the groups of dashes on a line begin. */
export function columnsOf(text: string, index: number): readonly number[] {
  const columns: number[] = []
  const end = lineEnd(text, index)
  for (let at = index; at < end; at++) {
    if (text.charCodeAt(at) === 45 && (at === index || text.charCodeAt(at - 1) !== 45)) columns.push(at - index)
  }
  return columns
}

/** Dashes, with the blank lines below if there are any: the index after those, or -1. */
export function footerEnd(reader: BlockReader, index: number): number {
  const { text } = reader
  if (!isDashes(text, index)) return -1
  const after = Math.min(lineEnd(text, index) + 1, text.length)
  const blanks = blankLines(text, after)
  return blanks < 0 ? after : blanks
}

/** Blank lines; the closing fence of the div around does as well. */
export function tableBlanks({ text, environment }: BlockReader, index: number): number {
  const blanks = blankLines(text, index)
  if (blanks >= 0) return blanks
  return environment.divLevel > 0 && closesFencedDiv(text, index) ? index : -1
}

/** The cells of a line that is cut at columns, each without the blanks around it. */
export function cutLine(
  text: string,
  start: number,
  columns: readonly number[],
): readonly (readonly [number, number])[] {
  const end = lineEnd(text, start)
  const cuts = columns.map(column => indexOfColumn(text, start, end, column))
  return cuts.map((cut, index) => trim(text, cut, cuts[index + 1] ?? end))
}

function trim(text: string, start: number, end: number): readonly [number, number] {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return [start, end]
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const COMBINING = /\p{M}|[\u200b-\u200f\ufeff]/u

/** Where a column begins on a line; wide characters take two, combining ones none. */
function indexOfColumn(text: string, start: number, end: number, column: number): number {
  let at = start
  let passed = 0
  while (at < end && passed < column) {
    const character = String.fromCodePoint(text.codePointAt(at)!)
    at += character.length
    passed += character < '\u0300' ? 1 : WIDE.test(character) ? 2 : COMBINING.test(character) ? 0 : 1
  }
  return at
}
