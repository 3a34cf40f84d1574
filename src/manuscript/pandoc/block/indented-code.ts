import { blank, span } from '../inline/reader.ts'
import { blankLines, lineEnd } from '../scan.ts'
import type { BlockReader } from './reader.ts'

/** Lines indented by four blanks. */
export function readIndentedCode(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (!text.startsWith('    ', index)) return -1
  let at = index
  let last = index
  while (text.startsWith('    ', at)) {
    last = lineEnd(text, at)
    at = last + 1
    const blanks = blankLines(text, at)
    if (blanks >= 0) {
      if (!text.startsWith('    ', blanks)) {
        at = blanks
        break
      }
      at = blanks
    }
  }
  const whole = span(inline, index, last)
  inline.facts.push({
    type: 'code',
    code: { span: whole, info: { value: '', span: span(inline, index, index) }, content: whole },
  })
  blank(inline, index, last)
  return Math.min(at, text.length)
}
