import { blank } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** YAML between `---` and `---` or `...`. */
export function readMetadataBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (!text.startsWith('---', index)) return -1
  const first = blankLine(text, index + 3)
  if (first < 0 || blankLine(text, first) >= 0) return -1
  for (let at = first; at < text.length; at = lineEnd(text, at) + 1) {
    if (!text.startsWith('---', at) && !text.startsWith('...', at)) continue
    const end = blankLine(text, at + 3)
    if (end < 0) continue
    blank(inline, index, end - 1)
    const blanks = blankLines(text, end)
    return blanks < 0 ? end : blanks
  }
  return -1
}
