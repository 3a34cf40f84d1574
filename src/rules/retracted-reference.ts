import { saysRetracted } from '../bibliography/retractions.ts'
import { citedReferences } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const retractedReference = defineRule({
  id: 'retracted-reference',
  summary: 'No retracted work is cited unawares.',
  why: 'Retracted papers go on being cited for years. What the reference itself says is looked at, and the lists that `retractions:` in `.stroma.yaml` names (Retraction Watch’s CSV, or PMIDs as PubMed saves them); nothing is fetched.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a work that its title says to be retracted',
      files: `
//- refs.bib
@article{smith2020, title = {{RETRACTED: Fibroblasts remodel the matrix}}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020].
                                ^^^^^^^^^^ warning retracted-reference: “smith2020” was retracted. Say so where you cite it, or cite another work.
`,
    },
    {
      shows: 'a work that a list of the project has',
      files: `
//- .stroma.yaml
retractions: retracted.csv
//- retracted.csv
Title,OriginalPaperDOI,RetractionNature,RetractionDate
Fibroblasts remodel the matrix,10.1000/stroma.1,Retraction,5/6/2021 0:00
//- refs.bib
@article{smith2020, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {Stroma}, year = 2020, doi = {10.1000/stroma.1}}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020].
                                ^^^^^^^^^^ warning retracted-reference: “smith2020” was retracted (5/6/2021). Say so where you cite it, or cite another work.
`,
    },
  ],

  *check(analysis) {
    for (const [reference, places] of citedReferences(analysis)) {
      const listed = analysis.library.retractions?.of(reference.item)
      if (!listed && !saysRetracted(reference)) continue
      const what =
        listed && !/^retraction$/i.test(listed.nature) ? `has this notice: ${listed.nature}` : 'was retracted'
      const when = [listed?.date, listed?.reason].filter(Boolean).join(': ')
      for (const { span } of places) {
        yield {
          span,
          message: `“${reference.citekey}” ${what}${when ? ` (${when})` : ''}. Say so where you cite it, or cite another work.`,
        }
      }
    }
  },
})
