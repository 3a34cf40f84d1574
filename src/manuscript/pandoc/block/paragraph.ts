import type { BlockKind } from '../../manuscript.ts'
import { characterWidth, isBlankCode } from '../characters.ts'
import { collect, readWithin, span } from '../inline/reader.ts'
import type { BlockReader } from './reader.ts'

/** Inlines up to where Pandoc ends a paragraph. Always reads something. */
export function readParagraph(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  let at = index
  while (at < text.length) {
    const next = inline.inline(inline, at, text.length, 0)
    if (next < 0) break
    at = next
  }
  if (at === index) at += characterWidth(text, index)
  noteBlock(reader, 'paragraph', index, at)
  return at
}

/** Inlines in one stretch of a line or cell, as a block of its own. */
export function readRun(reader: BlockReader, kind: BlockKind, start: number, end: number): void {
  noteBlock(reader, kind, start, end)
  readWithin(reader.inline, start, end, 0, true)
}

/** Tells that prose stands here, without the white space around it. */
export function noteBlock(reader: BlockReader, kind: BlockKind, start: number, end: number): void {
  const { text } = reader
  while (start < end && isWhite(text.charCodeAt(start))) start++
  while (end > start && isWhite(text.charCodeAt(end - 1))) end--
  if (end > start) reader.inline.facts.push({ type: 'block', block: { kind, span: span(reader.inline, start, end) } })
}

/** Whether inlines read from `start` come to `end`; their facts are given back to be kept or not. */
export function tryInlines(
  reader: BlockReader,
  read: () => number,
): { end: number; facts: ReturnType<typeof collect> } {
  let end = -1
  const facts = collect(reader.inline, () => {
    end = read()
  })
  return { end, facts }
}

const isWhite = (code: number): boolean => isBlankCode(code) || code === 10
