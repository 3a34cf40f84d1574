import { readCode } from '../inline/code.ts'
import { readEscape } from '../inline/escape.ts'
import { readHtml } from '../inline/html.ts'
import { readMath } from '../inline/math.ts'
import { look } from '../inline/reader.ts'
import { texEnd } from '../inline/tex.ts'
import { blankLine, lineEnd, skipBlanks, smallIndent } from '../scan.ts'
import { readRun } from './paragraph.ts'
import type { BlockReader } from './reader.ts'

/** `| cell | cell |` with a line of dashes below the first row. */
export function readPipeTable(reader: BlockReader, index: number): number {
  const { text } = reader
  const first = lineEnd(text, index)
  if (smallIndent(text, index) < 0 || !text.slice(index, first).includes('|')) return -1
  const heading = readRow(reader, index)
  if (!heading) return -1
  const rule = readRule(text, heading.end)
  if (!rule) return -1
  const rows = [heading]
  let at = rule.end
  for (let row = readRow(reader, at); row; row = at < text.length ? readRow(reader, at) : undefined) {
    rows.push(row)
    at = row.end
  }
  for (const { cells } of rows) {
    for (const [start, end] of cells.slice(0, rule.columns)) readRun(reader, 'cell', start, end)
  }
  return at
}

interface Row {
  readonly end: number
  readonly cells: readonly (readonly [start: number, end: number])[]
}

function readRow(reader: BlockReader, index: number): Row | undefined {
  const { text } = reader
  const pipe = text.indexOf('|', index)
  if (pipe < 0 || pipe > lineEnd(text, index)) return undefined
  const start = skipBlanks(text, index)
  const open = text.charCodeAt(start) === 124
  const cells: (readonly [number, number])[] = []
  let at = open ? start + 1 : start
  for (;;) {
    const from = at
    at = cellEnd(reader, at)
    cells.push(trim(text, from, at))
    if (text.charCodeAt(at) !== 124) break
    at++
  }
  if (cells.length === 1 && !open) return undefined
  const end = blankLine(text, at)
  return end < 0 ? undefined : { end, cells }
}

/** Code, mathematics, tags and TeX may hold a `|` that divides nothing. */
function cellEnd({ text, inline }: BlockReader, index: number): number {
  let at = index
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 124 || code === 10) break
    at = Math.max(
      at + 1,
      look(inline, () => opaque(code, at)),
    )
  }
  return at

  function opaque(code: number, from: number): number {
    if (code === 96) return readCode(inline, from, text.length)
    if (code === 36) return readMath(inline, from, text.length)
    if (code === 60) return readHtml(inline, from, text.length)
    if (code !== 92) return -1
    const escaped = readEscape(inline, from, text.length)
    return escaped >= 0 ? escaped : texEnd(inline, from, text.length)
  }
}

const RULE = / {0,3}(\|?)[ \t]*:?-+:?[ \t]*((?:[|+](?![ \t]*\n)[ \t]*:?-+:?[ \t]*)*)(\|?)[ \t]*\n/y

function readRule(text: string, index: number): { end: number; columns: number } | undefined {
  RULE.lastIndex = index
  const found = RULE.exec(text)
  if (!found) return undefined
  const [, open, rest = '', close] = found
  if (rest === '' && open === '' && close === '') return undefined
  return { end: RULE.lastIndex, columns: 1 + (rest.match(/[|+]/g)?.length ?? 0) }
}

function trim(text: string, start: number, end: number): readonly [number, number] {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return [start, end]
}
