import { isUnread } from '../bibliography/merge-library.ts'
import { citationItemsOf } from '../manuscript/citation-items.ts'
import { nociteItems } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const aliasOnlyCitation = defineRule({
  id: 'alias-only-citation',
  summary: 'A reference that is cited by an alias is cited by its own citekey as well, and Pandoc knows the alias.',
  why: 'Pandoc finds the `ids` of a BibLaTeX entry only when the entry is also cited by its own key; otherwise the citation is printed as unresolved.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a citation by an alias alone',
      files: `
//- refs.bib
@article{smith2020, ids = {smi20}, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smi20].
                                ^^^^^^ warning alias-only-citation: “smi20” is an alias of “smith2020”, which is not cited by its own key; Pandoc does not resolve it then.
`,
    },
    {
      shows: 'an alias that Pandoc does not find in a list with commas',
      files: `
//- refs.bib
@article{smith2020, ids = {smi20,sm}, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020; @smi20].
                                            ^^^^^^ warning alias-only-citation: “smi20” is an alias of “smith2020” with a comma beside it in “ids”, which Pandoc takes for part of the alias; put spaces around the comma, or cite “smith2020”.
`,
    },
  ],

  *check(analysis) {
    const { manuscript, library, project } = analysis
    if (manuscript.dialect === 'myst' || library.aliases.size === 0 || isUnread(library)) return
    const items = citationItemsOf(manuscript)
    const cited = new Set([
      ...items.map(({ citekey }) => citekey),
      ...project.others.flatMap(({ outline }) => outline.citedKeys),
    ])
    if (nociteItems(analysis).some(({ citekey }) => citekey === '*')) return
    for (const { citekey, span, citekeySpan } of items) {
      const reference = library.references.has(citekey) ? undefined : library.aliases.get(citekey)
      const isUnheard = reference?.unheardAliases?.includes(citekey)
      if (!reference || (cited.has(reference.citekey) && !isUnheard)) continue
      const key = reference.citekey
      yield {
        span,
        message: isUnheard
          ? `“${citekey}” is an alias of “${key}” with a comma beside it in “ids”, which Pandoc takes for part of the alias; put spaces around the comma, or cite “${key}”.`
          : `“${citekey}” is an alias of “${key}”, which is not cited by its own key; Pandoc does not resolve it then.`,
        fixes: [{ title: `Cite “${key}”`, edits: [{ span: citekeySpan, newText: key }], safe: false }],
      }
    }
  },
})
