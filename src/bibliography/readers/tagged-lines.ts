import type { Span } from '../../text/span.ts'

/** One line of a tagged format (RIS, MEDLINE), with the lines that continue it. */
export interface TaggedLine {
  readonly tag: string
  readonly value: string
  readonly span: Span
  /** The place of the value on the first line. */
  readonly valueSpan: Span
}

/**
 * The tagged lines of a text. `pattern` is sticky and gives the tag; what follows it on the line is the value. A line
 * without a tag continues the one before; `stray` hears of those that continue none.
 */
export function* taggedLines(text: string, pattern: RegExp, stray: (span: Span) => void): Generator<TaggedLine> {
  let open: { tag: string; parts: string[]; start: number; end: number; valueSpan: Span } | undefined
  const finish = (line: NonNullable<typeof open>): TaggedLine => ({
    tag: line.tag,
    value: line.parts.join(' ').trim(),
    span: { start: line.start, end: line.end },
    valueSpan: line.valueSpan,
  })
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    pattern.lastIndex = start
    const found = pattern.exec(text)
    if (found && found.index + found[0].length <= end) {
      if (open) yield finish(open)
      const from = start + found[0].length
      const value = text.slice(from, end)
      const lead = value.length - value.trimStart().length
      const valueSpan = { start: from + lead, end: from + Math.max(lead, value.trimEnd().length) }
      open = { tag: found[1]!, parts: [value.trim()], start, end, valueSpan }
    } else if (text.slice(start, end).trim() !== '') {
      if (open) {
        open.parts.push(text.slice(start, end).trim())
        open.end = end
      } else stray({ start, end })
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  if (open) yield finish(open)
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start)
  const end = feed < 0 ? text.length : feed
  const line = text.slice(start, end)
  const lone = line.indexOf('\r')
  return lone < 0 ? end : start + lone
}
