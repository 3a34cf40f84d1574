import { byPosition, type Span } from './span.ts'

/** One replacement in a text. */
export interface Edit {
  readonly span: Span
  readonly newText: string
}

/**
 * The text with all edits made, and the edits that were left out because they overlap an earlier one.
 * Two insertions at one place are both made, in the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; skipped: readonly Edit[] } {
  const skipped: Edit[] = []
  const parts: string[] = []
  let position = 0
  for (const edit of [...edits].sort((a, b) => byPosition(a.span, b.span))) {
    if (edit.span.start < position) {
      skipped.push(edit)
      continue
    }
    parts.push(text.slice(position, edit.span.start), edit.newText)
    position = edit.span.end
  }
  parts.push(text.slice(position))
  return { text: parts.join(''), skipped }
}
