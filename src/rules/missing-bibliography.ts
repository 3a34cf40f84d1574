import { defineRule } from './rule.ts'

export const missingBibliography = defineRule({
  id: 'missing-bibliography',
  summary: 'Every bibliography that a manuscript names can be read.',
  why: 'Without it no citation resolves, and Pandoc stops with an error.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a file that is not there',
      files: `
//- paper.md
---
bibliography: references.bib
              ^^^^^^^^^^^^^^ error missing-bibliography: The bibliography “references.bib” was not found; looked at references.bib.
---
Fibroblasts remodel the matrix.
`,
    },
  ],

  *check({ library, manuscript }) {
    for (const { failure, span, remote } of library.sources) {
      if (failure === undefined || remote) continue
      yield { span: span ?? firstLine(manuscript.text), message: failure }
    }
  },
})

const firstLine = (text: string) => ({ start: 0, end: Math.max(0, text.search(/[\r\n]|$/)) })
