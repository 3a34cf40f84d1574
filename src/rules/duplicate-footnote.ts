import type { Span } from '../text/span.ts'
import { defineRule } from './rule.ts'

export const duplicateFootnote = defineRule({
  id: 'duplicate-footnote',
  summary: 'No two footnotes share a label.',
  why: 'The renderer prints one of them and drops the other.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a label used twice',
      files: `
//- paper.md
Cells were counted[^1] twice.

[^1]: By hand.

[^1]: By two readers.
^^^^ warning duplicate-footnote: The footnote “[^1]” is defined before as well; give one of them another label.
`,
    },
  ],

  *check({ uri, manuscript: { footnotes } }) {
    const first = new Map<string, Span>()
    for (const { label, span } of footnotes.definitions) {
      const earlier = first.get(label)
      if (!earlier) {
        first.set(label, span)
        continue
      }
      yield {
        span,
        message: `The footnote “[^${label}]” is defined before as well; give one of them another label.`,
        related: [{ message: 'The earlier footnote is here.', location: { uri, span: earlier } }],
      }
    }
  },
})
