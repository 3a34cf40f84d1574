import type { Analysis } from '../analysis/analysis.ts'
import type { CrossReference, Label } from '../manuscript/manuscript.ts'
import { closest } from '../text/closest.ts'
import { defineRule, type Finding } from './rule.ts'

export const unresolvedCrossReference = defineRule({
  id: 'unresolved-cross-reference',
  summary: 'Every cross-reference names a label that exists.',
  why: 'The renderer prints “?@fig-flow” or a bold “fig:flow?” where the number should be, and does not fail.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a label that no figure has',
      files: `
//- paper.md
![Cells in flow](flow.png){#fig:flow}

Cells arrest in capillaries (@fig:flwo).
                             ^^^^^^^^^ error unresolved-cross-reference: Nothing is labelled “fig:flwo”; did you mean “fig:flow”?
`,
    },
  ],

  *check(analysis) {
    const labels = labelsInReach(analysis)
    for (const reference of analysis.manuscript.crossReferences) {
      if (resolves(reference, labels)) continue
      yield finding(reference, [...labels.keys()])
    }
  },
})

/** Labels of the manuscript and of those rendered with it. */
function labelsInReach({ manuscript, project }: Analysis): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>()
  for (const list of [manuscript.labels, ...project.others.map(({ outline }) => outline.labels)]) {
    for (const label of list) if (!labels.has(label.label)) labels.set(label.label, label)
  }
  return labels
}

/** A chunk with sub-figures makes `fig-x-1` out of `fig-x` when it runs, so such a reference is not judged. */
function resolves({ label }: CrossReference, labels: ReadonlyMap<string, Label>): boolean {
  const lowered = label.charAt(0).toLowerCase() + label.slice(1)
  return labels.has(label) || labels.has(lowered) || labels.has(lowered.replace(/-\d+$/, ''))
}

function finding({ label, span, labelSpan }: CrossReference, labels: readonly string[]): Finding {
  const near = closest(label, labels)
  const message = `Nothing is labelled “${label}”`
  if (near === undefined) return { span, message: `${message}.` }
  const fix = { title: `Refer to “${near}” instead`, edits: [{ span: labelSpan, newText: near }], safe: false }
  return { span, message: `${message}; did you mean “${near}”?`, fixes: [fix] }
}
