import type { Reference } from '../bibliography/reference.ts'
import { isPreprint, titleKey } from '../bibliography/same-work.ts'
import { citedReferences } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const preprintWithPublishedVersion = defineRule({
  id: 'preprint-with-published-version',
  summary: 'No preprint is cited whose published version is in the bibliography.',
  why: 'Journals ask for the version of record, and readers look for it.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a preprint and its article',
      files: `
//- refs.bib
@article{smith2019, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {bioRxiv}, year = 2019, doi = {10.1101/123456}}
@article{smith2020, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {Stroma}, year = 2020, doi = {10.1000/s.1}}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2019].
                                ^^^^^^^^^^ warning preprint-with-published-version: “smith2019” is a preprint; “smith2020” is the published version of it.
`,
    },
  ],

  *check(analysis) {
    const cited = [...citedReferences(analysis)].filter(([{ item }]) => isPreprint(item) && titleKey(item) !== '')
    if (cited.length === 0) return
    const wanted = new Set(cited.map(([{ item }]) => titleKey(item)))
    const published = new Map<string, Reference>()
    for (const reference of analysis.library.references.values()) {
      if (
        /^article|^paper/.test(reference.item.type) &&
        !isPreprint(reference.item) &&
        wanted.has(titleKey(reference.item))
      ) {
        published.set(titleKey(reference.item), reference)
      }
    }
    for (const [{ citekey, item }, places] of cited) {
      const article = published.get(titleKey(item))
      if (!article?.item['container-title']) continue
      for (const { span, citekeySpan } of places) {
        yield {
          span,
          message: `“${citekey}” is a preprint; “${article.citekey}” is the published version of it.`,
          related: [
            {
              message: 'The published version is here.',
              location: { uri: article.location.uri, span: article.citekeySpan },
            },
          ],
          fixes: [
            {
              title: `Cite “${article.citekey}” instead`,
              edits: [{ span: citekeySpan, newText: article.citekey }],
              safe: false,
            },
          ],
        }
      }
    }
  },
})
