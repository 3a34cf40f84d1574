import { blankLines, lineEnd, skipBlanks } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** `---`, `* * *` or `___`. */
export function readRule({ text }: BlockReader, index: number): number {
  const end = ruleEnd(text, index)
  if (end < 0) return -1
  const blanks = blankLines(text, end)
  return blanks < 0 ? end : blanks
}

/** The index after the line end of a horizontal rule, or -1. */
export function ruleEnd(text: string, index: number): number {
  const start = skipBlanks(text, index)
  const mark = text.charCodeAt(start)
  if (mark !== 42 && mark !== 45 && mark !== 95) return -1
  const end = lineEnd(text, start)
  if (end >= text.length) return -1
  let marks = 0
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === mark) marks++
    else if (code !== 32 && code !== 9) return -1
  }
  return marks >= 3 ? end + 1 : -1
}
