import type { Analysis } from '../../analysis/analysis.ts'
import type { Label } from '../../manuscript/manuscript.ts'
import { describeLabel } from '../hover/cross-reference.ts'
import type { Completion, CompletionItem } from './completion.ts'
import type { CompletionContext } from './context.ts'

/** Labels of the manuscript, then those of the files that are rendered with it; outside MyST, a link alone leads to a bare anchor. */
export function completeCrossReference(analysis: Analysis, context: CompletionContext): Completion {
  const { manuscript, project } = analysis
  const query = context.query.toLowerCase()
  const seen = new Set<string>()
  const items: CompletionItem[] = []
  const offer = (label: Label, detail: string): void => {
    if (seen.has(label.label) || !label.label.toLowerCase().includes(query)) return
    if (context.form === 'at' && label.kind === 'anchor' && manuscript.dialect !== 'myst') return
    seen.add(label.label)
    items.push({
      kind: 'label',
      label: label.label,
      description: label.kind,
      detail,
      edit: { span: context.span, newText: label.label },
      filterText: label.label,
    })
  }
  for (const label of manuscript.labels) offer(label, describeLabel(analysis, label))
  for (const { outline } of project.others) for (const label of outline.labels) offer(label, '')
  return { items, incomplete: false }
}
