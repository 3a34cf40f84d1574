import { lineEnd } from '../scan.ts'
import { readRun } from './paragraph.ts'
import type { BlockReader } from './reader.ts'

const BREAK = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:[|+][ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

/** `| cell | cell |` with a line of dashes below the first row. */
export function readPipeTable(reader: BlockReader, index: number): number {
  const { text } = reader
  const head = lineEnd(text, index)
  if (!text.slice(index, head).includes('|')) return -1
  const second = lineEnd(text, head + 1)
  const rule = text.slice(head + 1, second)
  if (!BREAK.test(rule) || !rule.includes('|')) return -1
  readCells(reader, index, head)
  let at = second + 1
  while (at < text.length) {
    const end = lineEnd(text, at)
    if (!text.slice(at, end).includes('|')) break
    readCells(reader, at, end)
    at = end + 1
  }
  return Math.min(at, text.length)
}

function readCells(reader: BlockReader, start: number, end: number): void {
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && reader.text.charCodeAt(at) === 92) at++
    else if (at === end || reader.text.charCodeAt(at) === 124) {
      readRun(reader, 'cell', from, at)
      from = at + 1
    }
  }
}
