import { isUnread } from '../bibliography/merge-library.ts'
import { nociteItems } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const unresolvedNocite = defineRule({
  id: 'unresolved-nocite',
  summary: 'Every citekey in `nocite` names a reference in the bibliography.',
  why: 'Pandoc says nothing of a nocite key that it does not find: the reference is just not listed.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a nocite key that no reference has',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
//- paper.md
---
bibliography: refs.bib
nocite: '@smith2020, @smith2002'
                     ^^^^^^^^^^ warning unresolved-nocite: No reference has the citekey “smith2002”, so it is not listed.
---
Text.
`,
    },
  ],

  *check(analysis) {
    const { library } = analysis
    if (isUnread(library) || library.sources.some(({ bibliography, remote }) => !bibliography || remote)) return
    for (const { citekey, span } of nociteItems(analysis)) {
      if (citekey === '*' || library.references.has(citekey) || library.aliases.has(citekey)) continue
      yield { span, message: `No reference has the citekey “${citekey}”, so it is not listed.` }
    }
  },
})
