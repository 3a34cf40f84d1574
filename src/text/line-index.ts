import { lastUpTo } from './sorted.ts'

/** A place as people and tools count it: line and column from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Turns offsets into positions and back; lines end at `\n`, `\r\n` or a lone `\r`, as in the Language Server Protocol. */
export interface LineIndex {
  readonly lineCount: number
  /** The position of `offset`, which is clamped to the text. */
  positionAt(offset: number): Position
  /** The offset of a position, which is clamped to the text and to its line. */
  offsetAt(position: Position): number
}

export function lineIndex(text: string): LineIndex {
  const starts = lineStarts(text)

  return {
    lineCount: starts.length,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length))
      const line = lastUpTo(starts, inside)
      return { line: line + 1, column: inside - starts[line]! + 1 }
    },
    offsetAt({ line, column }) {
      if (line < 1) return 0
      const start = starts[line - 1]
      if (start === undefined) return text.length
      const end = starts[line] ?? text.length
      return Math.max(start, Math.min(start + column - 1, end))
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  const lineEnd = /\r\n|\n|\r/g
  while (lineEnd.exec(text)) starts.push(lineEnd.lastIndex)
  return starts
}
