import type { Analysis } from '../../analysis/analysis.ts'
import type { Completion } from './completion.ts'
import type { CompletionContext } from './context.ts'

/** Footnotes that are defined, those without a mark in the text first. */
export function completeFootnote({ manuscript }: Analysis, { query, span }: CompletionContext): Completion {
  const { references, definitions } = manuscript.footnotes
  const used = new Set(references.filter(mark => mark.span.start + 2 !== span.start).map(({ label }) => label))
  const labels = [...new Set(definitions.map(({ label }) => label))].filter(label => label.startsWith(query))
  const items = labels
    .sort((a, b) => Number(used.has(a)) - Number(used.has(b)))
    .map(label => ({ kind: 'footnote' as const, label, edit: { span, newText: label }, filterText: label }))
  return { items, incomplete: false }
}
