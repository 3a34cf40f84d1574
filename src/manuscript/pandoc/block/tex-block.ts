import { blank, span } from '../inline/reader.ts'
import { texEnd } from '../inline/tex.ts'
import { skipBlanks } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** An environment, the definition of a macro, or a command on a line of its own. */
export function readTexBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (text.charCodeAt(index) !== 92) return -1
  const end = texEnd(inline, index, text.length, true)
  if (end < 0) return -1
  inline.facts.push({ type: 'tex', tex: { value: text.slice(index, end), span: span(inline, index, end) } })
  blank(inline, index, end)
  return skipBlanks(text, end)
}
