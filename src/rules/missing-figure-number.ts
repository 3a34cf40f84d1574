import { keyOf, numberedCaptions, numberedMentions } from '../manuscript/numbered/numbered-figures.ts'
import { defineRule } from './rule.ts'

export const missingFigureNumber = defineRule({
  id: 'missing-figure-number',
  summary: 'Every figure and table that the text mentions by number has a caption with that number.',
  why: 'When figures are numbered by hand, one that was moved or removed leaves its number behind in the text.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a figure that was removed',
      files: `
//- paper.md
Cells arrest (Fig. 1) and leave (Fig. 3).
                                 ^^^^^^ warning missing-figure-number: There is no caption “Figure 3”; the captions are numbered 1 to 2.

**Figure 1.** Cells at rest.

**Figure 2.** Cells in flow.
`,
    },
  ],

  *check({ manuscript, project }) {
    const captions = numberedCaptions(manuscript)
    const known = new Set(captions.map(keyOf))
    if (captions.length === 0 || project.others.length > 0) return
    for (const mention of numberedMentions(manuscript)) {
      const alike = captions.filter(
        ({ kind, supplementary }) => kind === mention.kind && supplementary === mention.supplementary,
      )
      const last = Math.max(...alike.map(({ number }) => number))
      if (alike.length < 2 || alike.length !== last || known.has(keyOf(mention))) continue
      const name = `${mention.supplementary ? 'Supplementary ' : ''}${mention.kind === 'table' ? 'Table' : 'Figure'} ${mention.number}`
      const message = `There is no caption “${name}”; the captions are numbered 1 to ${last}.`
      yield { span: mention.span, message }
    }
  },
})
