import type { GridLine } from './grid-lines.ts'

/** A cell by the rows and columns of the lines around it. */
export interface Cell {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * The cells of a table drawn with characters, from the upper left corner on: the corners of each cell that is found may
 * begin others. Nothing when not one cell closes. What lies in no cell is no part of the table.
 * Source: the package `gridtables` 0.1, which Pandoc reads such tables with.
 */
export function traceCells(lines: readonly GridLine[]): readonly Cell[] | undefined {
  const grid = new Grid(lines)
  const corners = new CornerQueue()
  corners.add(0, 0)
  const cells: Cell[] = []
  for (let next = corners.take(); next; next = corners.take()) {
    const cell = grid.cellAt(...next)
    if (!cell) continue
    cells.push(cell)
    corners.add(cell.top, cell.right)
    corners.add(cell.bottom, cell.left)
  }
  return cells.length === 0 ? undefined : cells
}

class Grid {
  private readonly rows: readonly (readonly string[])[]
  private readonly lastRow: number
  private readonly lastColumn: number

  constructor(lines: readonly GridLine[]) {
    this.lastRow = lines.length - 1
    this.lastColumn = Math.max(...lines.map(({ marks }) => marks.length)) - 1
    this.rows = lines.map(({ marks }, row) =>
      row === 0 || isPartSeparator(marks, this.lastColumn)
        ? marks.map(mark => (mark === '=' || mark === ':' ? '-' : mark))
        : marks,
    )
  }

  /** The cell whose upper left corner is there. */
  cellAt(top: number, left: number): Cell | undefined {
    for (let right = left + 1; right <= this.lastColumn; right++) {
      const mark = this.rows[top]![right]
      if (mark === '-') continue
      if (mark !== '+') return undefined
      const bottom = this.bottomOf(top, left, right)
      if (bottom !== undefined) return { top, left, bottom, right }
      // The line above ends here: what is left of all lines below is the last cell of its row.
      if (this.rows[top]!.length === right + 1 && right < this.lastColumn) return this.restOfLines(top, left)
    }
    return undefined
  }

  /** Down the right edge, which only the last column may leave open, to a line that leads back to the left edge. */
  private bottomOf(top: number, left: number, right: number): number | undefined {
    for (let row = top + 1; row <= this.lastRow; row++) {
      const mark = this.rows[row]![right]
      if (mark === '+') {
        if (this.isLine(row, left, right) && this.isEdge(left, top, row)) return row
      } else if (mark !== '|' && right !== this.lastColumn) return undefined
    }
    return undefined
  }

  private isLine(row: number, left: number, right: number): boolean {
    const marks = this.rows[row]!
    if (marks[left] !== '+') return false
    for (let column = left + 1; column < right; column++) {
      if (marks[column] !== '-' && marks[column] !== '+') return false
    }
    return true
  }

  private isEdge(left: number, top: number, bottom: number): boolean {
    for (let row = top + 1; row < bottom; row++) {
      const mark = this.rows[row]![left]
      if (mark !== '+' && mark !== '|') return false
    }
    return true
  }

  private restOfLines(top: number, left: number): Cell | undefined {
    for (let row = top + 1; row <= this.lastRow; row++) {
      const { length } = this.rows[row]!
      if (this.isLine(row, left, Math.max(left + 1, length))) return { top, left, bottom: row, right: this.lastColumn }
    }
    return undefined
  }
}

/** A line of `+`, `=` and the colons that align columns: it parts head and body, and cells as other lines do. */
function isPartSeparator(marks: readonly string[], lastColumn: number): boolean {
  if (marks[0] !== '+') return false
  for (let start = 1; start < lastColumn; ) {
    let end = start + 1
    while (marks[end] === '=') end++
    if (marks[end] === ':' && marks[end + 1] === '+') end++
    if (marks[end] !== '+') return false
    start = end + 1
  }
  return true
}

/** Corners to begin cells at, the uppermost first and of a row the leftmost; each once. */
class CornerQueue {
  private readonly rows = new Map<number, number[]>()
  private readonly pending: number[] = []

  add(row: number, column: number): void {
    const columns = this.rows.get(row)
    if (!columns) {
      this.rows.set(row, [column])
      insert(this.pending, row)
    } else if (!columns.includes(column)) insert(columns, column)
  }

  take(): readonly [row: number, column: number] | undefined {
    const row = this.pending[0]
    if (row === undefined) return undefined
    const columns = this.rows.get(row)!
    const column = columns.shift()!
    if (columns.length === 0) {
      this.rows.delete(row)
      this.pending.shift()
    }
    return [row, column]
  }
}

function insert(sorted: number[], value: number): void {
  const at = sorted.findIndex(other => other > value)
  sorted.splice(at < 0 ? sorted.length : at, 0, value)
}
