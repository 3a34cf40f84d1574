import { defineRule } from './rule.ts'

export const unusedFootnote = defineRule({
  id: 'unused-footnote',
  summary: 'Every footnote that is defined is referred to.',
  why: 'The renderer leaves out a footnote that nothing refers to, with all that is cited in it.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a note whose mark was deleted',
      files: `
//- paper.md
Cells were counted twice.

[^count]: By two readers.
^^^^^^^^ warning unused-footnote: Nothing refers to the footnote “[^count]”, so it is not printed; set its mark in the text or remove it.
`,
    },
  ],

  *check({ manuscript: { footnotes } }) {
    const used = new Set(footnotes.references.map(({ label }) => label))
    for (const { label, span } of footnotes.definitions) {
      if (used.has(label)) continue
      const message = `Nothing refers to the footnote “[^${label}]”, so it is not printed; set its mark in the text or remove it.`
      yield { span, message }
    }
  },
})
