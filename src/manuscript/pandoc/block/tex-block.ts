import { blank, span } from '../inline/reader.ts'
import { texEnd } from '../inline/tex.ts'
import { blankLine, skipBlanks } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** An environment, the definition of a macro, or a command on a line of its own. */
export function readTexBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (text.charCodeAt(index) !== 92) return -1
  const end = texEnd(inline, index, text.length, true)
  if (end < 0) return -1
  inline.facts.push({ type: 'tex', tex: { value: text.slice(index, end), span: span(inline, index, end) } })
  blank(inline, index, end)
  const after = skipBlanks(text, end)
  // The line below begins a block of its own, however far it is indented.
  const below = text.charCodeAt(after) === 10 ? skipBlanks(text, after + 1) : after
  return below - after > 4 && blankLine(text, below) < 0 ? below : after
}
