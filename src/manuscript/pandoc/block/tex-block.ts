import { blank, span } from '../inline/reader.ts'
import { skipBlanks } from '../scan.ts'
import { readTexAlone } from '../tex.ts'
import { type BlockReader, nextIn } from './reader.ts'

/** An environment, the definition of a macro, or a command on a line of its own. */
export function readTexBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  const end = readTexAlone(text, index, text.length, nextIn(reader))
  if (end < 0) return -1
  inline.facts.push({ type: 'tex', tex: { value: text.slice(index, end), span: span(inline, index, end) } })
  blank(inline, index, end)
  return skipBlanks(text, end)
}
