import { blankLines, lineEnd } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { type Cell, traceCells } from './grid-cells.ts'
import { type GridLine, gridLine } from './grid-lines.ts'
import { noteBlock } from './paragraph.ts'
import { type BlockReader, readContainer } from './reader.ts'

const BORDER = /^\+(?::?-+:?\+)+[ \t]*$/

/** Cells drawn with `+`, `-` and `|`; they hold blocks and may span rows and columns. */
export function readGridTable(reader: BlockReader, index: number): number {
  const { text } = reader
  let indent = 0
  while (indent < 3 && text.charCodeAt(index + indent) === 32) indent++
  if (text.charCodeAt(index + indent) !== 43) return -1
  if (!BORDER.test(text.slice(index + indent, lineEnd(text, index)))) return -1
  const starts: number[] = []
  const lines: GridLine[] = []
  let at = index
  while (
    at < text.length &&
    ' '.repeat(indent) === text.slice(at, at + indent) &&
    '+|'.includes(text.charAt(at + indent))
  ) {
    const end = lineEnd(text, at)
    starts.push(at + indent)
    lines.push(gridLine(text.slice(at + indent, end).trimEnd()))
    at = end + 1
  }
  const cells = lines.length > 1 ? traceCells(lines) : undefined
  if (!cells) return -1
  for (const cell of cells) readCell(reader, cell, starts, lines)
  const blanks = blankLines(text, at)
  return blanks < 0 ? Math.min(at, text.length) : blanks
}

/** The lines of a cell, without the blank that all of them begin with. */
function readCell(reader: BlockReader, cell: Cell, starts: readonly number[], lines: readonly GridLine[]): void {
  const { source } = reader
  const builder = sourceBuilder()
  const rows: (readonly [number, number])[] = []
  for (let row = cell.top + 1; row < cell.bottom; row++) {
    const { offsets } = lines[row]!
    const [from, to] = [cell.left + 1, cell.right].map(
      column => starts[row]! + offsets[Math.min(column, offsets.length - 1)]!,
    )
    rows.push([from!, from! + reader.text.slice(from, to).trimEnd().length])
  }
  const padded = rows.every(([start, end]) => start === end || reader.text.charCodeAt(start) === 32)
  for (const [start, end] of rows) {
    builder.copy(source, padded && end > start ? start + 1 : start, end)
    builder.add('\n', -1)
  }
  const first = rows[0]
  const last = rows[rows.length - 1]
  if (first && last && rows.length === 1) noteBlock(reader, 'cell', first[0], last[1])
  readContainer(reader, builder.source())
}
