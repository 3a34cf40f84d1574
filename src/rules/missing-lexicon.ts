import { defineRule } from './rule.ts'

export const missingLexicon = defineRule({
  id: 'missing-lexicon',
  summary: 'Every lexicon that a manuscript names can be read.',
  why: 'Without it its terms are not known, and nothing else says so. One that the project file names is reported there.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a file that is not there',
      files: `
//- paper.md
---
lexicon: our-terms.yaml
         ^^^^^^^^^^^^^^ warning missing-lexicon: The lexicon “our-terms.yaml” was not found.
---
Fibroblasts remodel the matrix.
`,
    },
  ],

  *check({ lexiconSources }) {
    for (const { declaredIn, failure, span } of lexiconSources) {
      if (declaredIn === 'front-matter' && failure !== undefined && span) yield { span, message: failure }
    }
  },
})
