import { defineRule } from './rule.ts'

export const duplicateCitekey = defineRule({
  id: 'duplicate-citekey',
  summary: 'No two references of one bibliography share a citekey.',
  why: 'The renderer takes one of them without a word, so the manuscript may cite another work than you think.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a key given twice',
      files: `
//- refs.bib
@article{doe2019, title = {One work}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
@article{doe2019, title = {Another work}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
         ^^^^^^^ warning duplicate-citekey: The citekey “doe2019” is given to an earlier reference of this bibliography as well; rename one of them.
//- paper.md
---
bibliography: refs.bib
---
As was shown [@doe2019].
`,
    },
  ],

  *check({ library }) {
    for (const { reference, first } of library.duplicates) {
      yield {
        uri: reference.location.uri,
        span: reference.citekeySpan,
        message: `The citekey “${reference.citekey}” is given to an earlier reference of this bibliography as well; rename one of them.`,
        related: [
          { message: 'The earlier reference is here.', location: { uri: first.location.uri, span: first.citekeySpan } },
        ],
      }
    }
  },
})
