import { labelsInReach, leadsSomewhere } from '../analysis/labels-in-reach.ts'
import type { CrossReference } from '../manuscript/manuscript.ts'
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
    const reach = labelsInReach(analysis)
    for (const reference of analysis.manuscript.crossReferences) {
      if (leadsSomewhere(reference, reach)) continue
      yield finding(reference, [...reach.labels.keys()])
    }
  },
})

function finding({ label, span, labelSpan }: CrossReference, labels: readonly string[]): Finding {
  const near = closest(label, labels)
  const message = `Nothing is labelled “${label}”`
  if (near === undefined) return { span, message: `${message}.` }
  const fix = { title: `Refer to “${near}” instead`, edits: [{ span: labelSpan, newText: near }], safe: false }
  return { span, message: `${message}; did you mean “${near}”?`, fixes: [fix] }
}
