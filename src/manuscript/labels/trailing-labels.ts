import type { Source } from '../dialects/dialect.ts'
import type { Label, LabelKind } from '../manuscript.ts'

/**
 * Labels that are text to Pandoc and attributes to the filters: `{#tbl:x}` at the end of a table's caption, and behind an
 * equation in a form that Pandoc does not take for attributes.
 */
export function* trailingLabels(
  { text, reading }: Source,
  kindOf: (label: string) => LabelKind | undefined,
): Iterable<Label> {
  for (const { kind, span } of reading.blocks) {
    if (
      kind !== 'caption' &&
      !(kind === 'paragraph' && /^(?:[Tt]able)?:[ \t]/.test(text.slice(span.start, span.start + 8)))
    )
      continue
    const tailStart = Math.max(span.start, span.end - 500)
    const found = /\{#([^\s{}]+)[^{}]*\}\s*$/.exec(text.slice(tailStart, span.end))
    if (found) yield* label(found[1]!, tailStart + found.index + 2, span)
  }
  for (const { span, display } of reading.math) {
    const found = display ? /^[ \t]*\{#([^\s{}]+)[^{}\r\n]*\}/.exec(text.slice(span.end, span.end + 500)) : null
    if (found) yield* label(found[1]!, span.end + found[0].indexOf('#') + 1, span)
  }

  function* label(label: string, start: number, target: { start: number; end: number }): Iterable<Label> {
    const kind = kindOf(label)
    if (kind) yield { label, kind, span: { start, end: start + label.length }, target }
  }
}
