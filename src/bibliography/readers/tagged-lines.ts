import { CONFLICT_LINE, MERGE_CONFLICT } from '../../text/conflict.ts'
import type { Problem, Span } from '../../text/span.ts'

/** One line of a tagged format (RIS, MEDLINE), with the lines that continue it. */
export interface TaggedLine {
  readonly tag: string
  readonly value: string
  readonly span: Span
  /** The place of the value on the first line. */
  readonly valueSpan: Span
}

/** How the lines of a format are told apart. */
export interface Tagging {
  /** Sticky; gives the tag, and what follows it on the line is the value. */
  readonly tag: RegExp
  /** Sticky; gives the tag of a line that has surely lost its hyphen. */
  readonly bare: RegExp
  /** The tag that ends a record: no line goes on with it. */
  readonly last?: string
  /** How a line with a tag is written. */
  readonly written: (tag: string) => string
}

/**
 * The tagged lines of a text. A line without a tag continues the one before; `stray` hears of those that continue none,
 * `report` of what is no line of the format: the markers of a merge conflict, which are passed over, and a tag without
 * its hyphen, which is read as if it had one.
 */
export function* taggedLines(
  text: string,
  { tag, bare, last, written }: Tagging,
  stray: (span: Span) => void,
  report: (problem: Problem) => void = () => undefined,
): Generator<TaggedLine> {
  let open: { tag: string; parts: string[]; start: number; end: number; valueSpan: Span } | undefined
  let inConflict = false
  const finish = (line: NonNullable<typeof open>): TaggedLine => ({
    tag: line.tag,
    value: line.parts.join(' ').trim(),
    span: { start: line.start, end: line.end },
    valueSpan: line.valueSpan,
  })
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start)
    const tagged = tagAt(tag, text, start, end)
    const name = tagged ?? tagAt(bare, text, start, end)
    const from = (tagged === undefined ? bare : tag).lastIndex
    if (name !== undefined) {
      if (open) yield finish(open)
      if (tagged === undefined)
        report({ message: `The hyphen after “${name}” is missing: write “${written(name)}”.`, span: { start, end } })
      const value = text.slice(from, end)
      const lead = value.length - value.trimStart().length
      const valueSpan = { start: from + lead, end: from + Math.max(lead, value.trimEnd().length) }
      open = { tag: name, parts: [value.trim()], start, end, valueSpan }
    } else if (isOfConflict(text, start, end, inConflict)) {
      inConflict = text[start] !== '>'
      if (text[start] === '<') report({ message: MERGE_CONFLICT, span: { start, end: start + 7 } })
    } else if (text.slice(start, end).trim() !== '') {
      if (open && open.tag !== last) {
        open.parts.push(text.slice(start, end).trim())
        open.end = end
      } else stray({ start, end })
    }
    start = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  if (open) yield finish(open)
}

/** The tag at the start of a line; the value begins where the pattern then is. */
function tagAt(pattern: RegExp, text: string, start: number, end: number): string | undefined {
  pattern.lastIndex = start
  const found = pattern.exec(text)
  return found && pattern.lastIndex <= end ? found[1] : undefined
}

function isOfConflict(text: string, start: number, end: number, inConflict: boolean): boolean {
  return (
    /[<=>|]/.test(text[start]!) && (inConflict || text[start] === '<') && CONFLICT_LINE.test(text.slice(start, end))
  )
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start)
  const end = feed < 0 ? text.length : feed
  const line = text.slice(start, end)
  const lone = line.indexOf('\r')
  return lone < 0 ? end : start + lone
}
