import type { Label } from '../manuscript/manuscript.ts'
import { defineRule } from './rule.ts'

export const duplicateLabel = defineRule({
  id: 'duplicate-label',
  summary: 'No two places of a manuscript share a label.',
  why: 'A cross-reference leads to one of them, and not always to the one you mean; LaTeX warns of “multiply defined” labels.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a label that was copied with its figure',
      files: `
//- paper.md
![Cells at rest](rest.png){#fig:cells}

![Cells in flow](flow.png){#fig:cells}
                            ^^^^^^^^^ warning duplicate-label: The label “fig:cells” is given to an earlier place as well; rename one of them.
`,
    },
  ],

  *check({ uri, manuscript: { labels } }) {
    const first = new Map<string, Label>()
    for (const label of labels) {
      const earlier = first.get(label.label)
      if (!earlier) {
        first.set(label.label, label)
        continue
      }
      yield {
        span: label.span,
        message: `The label “${label.label}” is given to an earlier place as well; rename one of them.`,
        related: [{ message: 'The earlier place is here.', location: { uri, span: earlier.span } }],
      }
    }
  },
})
