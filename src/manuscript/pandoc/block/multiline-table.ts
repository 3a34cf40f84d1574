import { blankLine, blankLines, lineEnd } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { columnsOf, cutLine, footerEnd, isDashes, tableBlanks } from './dashes.ts'
import { readRun } from './paragraph.ts'
import { type BlockReader, blockReader } from './reader.ts'

/** Rows of several lines each, divided by blank lines, with headings between two lines of dashes. */
export function readMultilineTable(reader: BlockReader, index: number): number {
  const { text } = reader
  if (!isDashes(text, index)) return -1
  const heading = lineEnd(text, index) + 1
  if (heading >= text.length || blankLine(text, heading) >= 0) return -1
  let dashes = heading
  while (dashes < text.length && !isDashes(text, dashes)) dashes = lineEnd(text, dashes) + 1
  return dashes === heading || dashes >= text.length ? -1 : readRows(reader, heading, dashes)
}

/** The same without headings. */
export const readHeadlessMultilineTable = (reader: BlockReader, index: number): number =>
  isDashes(reader.text, index) ? readRows(reader, undefined, index) : -1

const FOOTER = /\n {0,3}-[- ]*(?=\n|$)/g

/** The line end before the next line of dashes that could end a table; looked up once for all of a text. */
function nextFooter({ text, inline }: BlockReader, index: number): number {
  let known = inline.nextIndex.get(FOOTER.source)
  if (!known || known.from > index || (known.found >= 0 && known.found < index)) {
    FOOTER.lastIndex = index
    known = { from: index, found: FOOTER.exec(text)?.index ?? -1 }
    inline.nextIndex.set(FOOTER.source, known)
  }
  return known.found
}

function readRows(reader: BlockReader, heading: number | undefined, dashes: number): number {
  const { text } = reader
  if (nextFooter(reader, lineEnd(text, dashes)) < 0) return -1
  const rows: (readonly [start: number, end: number])[] = []
  let at = lineEnd(text, dashes) + 1
  while (at < text.length && footerEnd(reader, at) < 0) {
    const start = at
    while (at < text.length && tableBlanks(reader, at) < 0 && footerEnd(reader, at) < 0) at = lineEnd(text, at) + 1
    if (at === start) break
    rows.push([start, at])
    const blanks = blankLines(text, at)
    if (blanks < 0) break
    at = blanks
  }
  const end = rows.length > 0 && at < text.length ? footerEnd(reader, at) : -1
  if (end < 0) return -1
  const columns = columnsOf(text, dashes)
  if (heading !== undefined) readRow(reader, heading, dashes, columns)
  for (const [start, stop] of rows) readRow(reader, start, stop, columns)
  return end
}

/** The lines of one column in a row are one text. */
function readRow(reader: BlockReader, start: number, end: number, columns: readonly number[]): void {
  const { text, source } = reader
  const cells = columns.map(() => sourceBuilder())
  for (let line = start; line < end; line = lineEnd(text, line) + 1) {
    cutLine(text, line, columns).forEach(([from, to], column) => {
      cells[column]!.copy(source, from, to)
      cells[column]!.add('\n', -1)
    })
  }
  for (const builder of cells) {
    const cell = blockReader(builder.source(), reader.environment, reader.block)
    cell.inline.facts = reader.inline.facts
    readRun(cell, 'cell', 0, cell.text.length)
  }
}
