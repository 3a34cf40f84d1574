import { bracketsAround } from '../manuscript/brackets.ts'
import { defineRule } from './rule.ts'

export const adjacentCitationGroups = defineRule({
  id: 'adjacent-citation-groups',
  summary: 'Citations that belong together stand in one pair of brackets.',
  why: 'Of “[@a][@b]” the renderer takes the second part for the label of a link, and cites the first in the text.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'two groups without a blank between them',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
@article{doe2019, title = {Flow}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
//- paper.md
---
bibliography: refs.bib
---
As was shown [@roe2001][@doe2019].
                      ^^ warning adjacent-citation-groups: Two citations side by side are read as a link; write one pair of brackets with a semicolon.
`,
    },
  ],

  *check({ manuscript: { text, citations } }) {
    const groups = new Set(citations.map(({ span }) => span.start))
    for (const { mode, span, items } of citations) {
      if (mode !== 'narrative' || items[0]?.crossReference) continue
      const brackets = bracketsAround(text, span)
      if (!brackets || brackets.end - span.end > 200 || !groups.has(brackets.end)) continue
      const between = { start: brackets.end - 1, end: brackets.end + 1 }
      yield {
        span: between,
        message: 'Two citations side by side are read as a link; write one pair of brackets with a semicolon.',
        fixes: [{ title: 'Join the citations', edits: [{ span: between, newText: '; ' }], safe: true }],
      }
    }
  },
})
