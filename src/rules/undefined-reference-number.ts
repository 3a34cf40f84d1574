import { numberedReferences } from '../manuscript/numbered/numbered-references.ts'
import { defineRule } from './rule.ts'

export const undefinedReferenceNumber = defineRule({
  id: 'undefined-reference-number',
  summary: 'Every number that stands for a reference is in the list of references.',
  why: 'In a manuscript that numbers its references by hand, a number beyond the list leads the reader nowhere.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a number beyond the list',
      files: `
//- paper.md
Cells arrest in capillaries [1, 2]. They may leave [3–4].
                                                    ^^^ error undefined-reference-number: The list of references ends at 3, so there is no reference 4.

## References

1. Roe A. Cells. Stroma. 2001.
2. Doe J. Flow. Stroma. 2019.
3. Poe L. Arrest. Stroma. 2020.
`,
    },
  ],

  *check({ manuscript }) {
    const numbered = numberedReferences(manuscript)
    if (!numbered) return
    const known = new Set(numbered.list.map(({ number }) => number))
    const last = Math.max(...known)
    for (const { number, span } of numbered.references) {
      if (known.has(number)) continue
      const reason =
        number > last ? `The list of references ends at ${last}` : `The list of references leaves out ${number}`
      yield { span, message: `${reason}, so there is no reference ${number}.` }
    }
  },
})
