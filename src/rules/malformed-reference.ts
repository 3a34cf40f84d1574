import { defineRule } from './rule.ts'

export const malformedReference = defineRule({
  id: 'malformed-reference',
  summary: 'Every reference in a bibliography can be read.',
  why: 'A reference that is not well formed cannot be cited, and Pandoc refuses the whole file for one of them.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a field that nothing separates from the next',
      files: `
//- refs.bib
@article{roe2001,
  title = {A work}
                 ^ error malformed-reference: A comma is missing between “title” and “year”. Put one here.
  year = 2001
}
//- paper.md
---
bibliography: refs.bib
---
As was shown [@roe2001].
`,
    },
  ],

  *check({ library }) {
    for (const { bibliography } of library.sources) {
      for (const { span, message } of bibliography?.problems ?? []) yield { uri: bibliography!.uri, span, message }
    }
  },
})
