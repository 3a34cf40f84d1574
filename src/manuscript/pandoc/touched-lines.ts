import type { Change } from '../../text/change.ts'
import { DASHES } from './block/table.ts'

const DASHES_LINE = /^ {0,3}-[- \t]*$/m

/** Tells whether the lines that a change touches, as they were or as they are, hold what a reading had looked for in vain. */
export function touchedLines(oldText: string, newText: string, change: Change): (needle: string) => boolean {
  const lines = `${around(oldText, change.start, change.oldEnd)}\n${around(newText, change.start, change.newEnd)}`
  const known = new Map<string, boolean>()
  return needle => {
    let holds = known.get(needle)
    if (holds === undefined) {
      holds = needle === DASHES ? DASHES_LINE.test(lines.replace(/\r\n?/g, '\n')) : lines.includes(needle)
      known.set(needle, holds)
    }
    return holds
  }
}

/** The lines from `start` to `end`, and one more on either side. */
function around(text: string, start: number, end: number): string {
  let first = start
  for (let lines = 0; first > 0; first--) {
    if (isLineEnd(text.charCodeAt(first - 1)) && ++lines > 2) break
  }
  let last = end
  for (let lines = 0; last < text.length; last++) {
    if (isLineEnd(text.charCodeAt(last)) && ++lines > 2) break
  }
  return text.slice(first, last)
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13
