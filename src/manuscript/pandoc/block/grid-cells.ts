/** A cell by the rows and columns of the lines around it. */
export interface Cell {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/**
 * The cells of a table drawn with characters, from the upper left corner on: each corner that a cell was found at
 * makes its other corners those of further cells. Nothing when the drawing does not close.
 */
export function traceCells(lines: readonly string[]): readonly Cell[] | undefined {
  const bottom = lines.length - 1
  const right = (lines[0]?.length ?? 0) - 1
  if (bottom < 2 || right < 2 || lines.some(line => line.length !== right + 1)) return undefined
  const corners: (readonly [number, number])[] = [[0, 0]]
  const done = new Set<number>()
  const cells: Cell[] = []
  for (let next = corners.pop(); next; next = corners.pop()) {
    const [top, left] = next
    if (top >= bottom || left >= right || done.has(top * (right + 1) + left)) continue
    done.add(top * (right + 1) + left)
    const cell = cellFrom(lines, top, left, bottom, right)
    if (!cell) continue
    cells.push(cell)
    corners.push([cell.bottom, left], [top, cell.right])
  }
  if (cells.length === 0 || !cells.some(cell => cell.bottom === bottom)) return undefined
  return cells.sort((a, b) => a.top - b.top || a.left - b.left)
}

function cellFrom(
  lines: readonly string[],
  top: number,
  left: number,
  bottom: number,
  right: number,
): Cell | undefined {
  for (let column = left + 1; column <= right; column++) {
    const mark = lines[top]!.charAt(column)
    if (mark === '+') {
      const low = lowerEdge(lines, top, left, column, bottom)
      if (low !== undefined) return { top, left, bottom: low, right: column }
    } else if (!isHorizontal(mark)) return undefined
  }
  return undefined
}

function lowerEdge(
  lines: readonly string[],
  top: number,
  left: number,
  right: number,
  bottom: number,
): number | undefined {
  for (let row = top + 1; row <= bottom; row++) {
    const line = lines[row]!
    const ends = line.charAt(left) === '+' && line.charAt(right) === '+' && isEdge(line, left, right)
    if (ends) return row
    if (!'|+'.includes(line.charAt(left) || ' ') || !'|+'.includes(line.charAt(right) || ' ')) return undefined
  }
  return undefined
}

function isEdge(line: string, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column++) {
    const mark = line.charAt(column)
    if (mark !== '+' && !isHorizontal(mark)) return false
  }
  return true
}

const isHorizontal = (mark: string): boolean => mark === '-' || mark === '=' || mark === ':'
