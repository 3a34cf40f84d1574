import type { Problem, Span } from '../../text/span.ts'

/** A line as Pandoc wants it: two characters, blanks, a hyphen, and a blank before what follows. */
const TAGGED = /^[A-Z0-9]{2}[ \t]+-(?:[ \t]|$)/

/**
 * Why Pandoc refuses a RIS file that can be read: a blank beginning, and inside the records empty lines and lines without
 * a tag. Each is said once, at the first place; `records` are their places in order.
 */
export function risRefusals(text: string, records: readonly Span[]): Problem[] {
  const problems: Problem[] = []
  if (records.length > 0 && /^\s/.test(text)) {
    problems.push({
      message:
        'The file begins with an empty line or a blank, so Pandoc refuses it. Delete what stands before “TY  - ”.',
      span: { start: 0, end: 1 },
    })
  }
  let empty: Span | undefined
  let untagged: Span | undefined
  for (const record of records) {
    for (const { 0: line, index } of text.slice(record.start, record.end).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
      const shown = line.trimEnd()
      const start = record.start + index
      if (start >= record.end || TAGGED.test(line.replace(/[\r\n]+$/, ''))) continue
      if (shown === '') empty ??= { start, end: Math.min(start + 1, record.end) }
      else untagged ??= { start, end: start + shown.length }
    }
    if (empty && untagged) break
  }
  if (untagged) {
    problems.push({
      message: 'This line has no tag such as “AB  - ”, so Pandoc refuses the file. Join it to the line before.',
      span: untagged,
    })
  }
  if (empty) {
    problems.push({ message: 'An empty line inside a record: Pandoc refuses the file. Delete it.', span: empty })
  }
  return problems
}
