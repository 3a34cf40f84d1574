import { numberedReferences } from '../manuscript/numbered/numbered-references.ts'
import { defineRule } from './rule.ts'

export const unusedReferenceNumber = defineRule({
  id: 'unused-reference-number',
  summary: 'Every reference in a numbered list is referred to.',
  why: 'Journals ask that each reference in the list be cited in the text.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a reference whose sentence was deleted',
      files: `
//- paper.md
Cells arrest in capillaries [1, 3]. They may leave [1].

## References

1. Roe A. Cells. Stroma. 2001.
2. Doe J. Flow. Stroma. 2019.
^ warning unused-reference-number: Nothing in the text refers to reference 2.
3. Poe L. Arrest. Stroma. 2020.
`,
    },
  ],

  *check({ manuscript }) {
    const numbered = numberedReferences(manuscript)
    if (!numbered) return
    const used = new Set(numbered.references.map(({ number }) => number))
    for (const { number, span } of numbered.list) {
      if (!used.has(number)) yield { span, message: `Nothing in the text refers to reference ${number}.` }
    }
  },
})
