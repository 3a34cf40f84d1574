import { isLetterAt } from '../characters.ts'
import { readTex, readTexAlone } from '../tex.ts'
import { blank, type InlineReader, nextOf, span } from './reader.ts'

/** A TeX command or mathematics in an environment, within a paragraph. */
export function readRawTex(reader: InlineReader, index: number, limit: number): number {
  if (startsTexBlock(reader, index, limit)) return -1
  const end = texEnd(reader, index, limit)
  if (end < 0) return -1
  reader.facts.push({ type: 'tex', tex: { value: reader.text.slice(index, end), span: span(reader, index, end) } })
  blank(reader, index, end)
  return end
}

/** The index after a command or environment, or -1: then braces or an ending were looked for in all the rest. */
export function texEnd(reader: InlineReader, index: number, limit: number, alone = false): number {
  const read = alone ? readTexAlone : readTex
  const end = read(reader.text, index, limit, (what, from) => nextOf(reader, what, from))
  if (end < 0 && isLetterAt(reader.text, index + 1)) reader.environment.needles.add('{').add('}').add('\\')
  return end
}

/** An environment that is no mathematics stands by itself. */
export const startsTexBlock = (reader: InlineReader, index: number, limit: number): boolean =>
  reader.text.startsWith('\\begin', index) && texEnd(reader, index, limit, true) >= 0
