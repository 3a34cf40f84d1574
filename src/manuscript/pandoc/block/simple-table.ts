import { lineEnd } from '../scan.ts'
import { columnsOf, cutLine, footerEnd, isDashes, tableBlanks } from './dashes.ts'
import { readRun } from './paragraph.ts'
import type { BlockReader } from './reader.ts'

/** Rows of one line each below a line of dashes, with or without a line of headings above that. */
export function readSimpleTable(reader: BlockReader, index: number): number {
  const { text } = reader
  if (isDashes(text, index)) {
    const end = readRows(reader, undefined, index)
    if (end >= 0) return end
  }
  const below = lineEnd(text, index) + 1
  return below < text.length && isDashes(text, below) ? readRows(reader, index, below) : -1
}

function readRows(reader: BlockReader, heading: number | undefined, dashes: number): number {
  const { text } = reader
  const first = lineEnd(text, dashes) + 1
  let at = first
  while (at < text.length && tableBlanks(reader, at) < 0 && footerEnd(reader, at) < 0) {
    at = Math.min(lineEnd(text, at) + 1, text.length)
  }
  if (at === first) return -1
  let end = footerEnd(reader, at)
  if (end < 0 && heading !== undefined) end = tableBlanks(reader, at)
  if (end < 0) return -1
  const columns = columnsOf(text, dashes)
  if (heading !== undefined) readLine(reader, heading, columns)
  for (let line = first; line < at; line = lineEnd(text, line) + 1) readLine(reader, line, columns)
  return end
}

function readLine(reader: BlockReader, line: number, columns: readonly number[]): void {
  for (const [start, end] of cutLine(reader.text, line, columns)) readRun(reader, 'cell', start, end)
}
