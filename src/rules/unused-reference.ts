import type { Analysis } from '../analysis/analysis.ts'
import { count } from '../settings/setting.ts'
import { defineRule } from './rule.ts'

export const unusedReference = defineRule({
  id: 'unused-reference',
  summary: 'Every reference of a bibliography made for the manuscript is cited.',
  why: 'What is left over from an earlier draft is easily taken for cited. Off by default, since many authors keep one bibliography for several manuscripts.',
  severity: 'off',
  since: '0.1.0',
  options: {
    most: count('Bibliographies of more references than this are taken for shared, and nothing is said of them.', 1000),
  },
  examples: [
    {
      shows: 'a reference that nothing cites',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}
@article{doe2019, title = {Matrix}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
         ^^^^^^^ warning unused-reference: Nothing cites “doe2019”.
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020].
`,
    },
  ],

  *check(analysis, { most }) {
    const { library, uri } = analysis
    const used = usedKeys(analysis)
    if (used.has('*')) return
    for (const { bibliography, path, declaredIn } of library.sources) {
      if (declaredIn !== 'front-matter' && declaredIn !== 'project') continue
      if (!bibliography || bibliography.references.length > most || isShared(path, bibliography.uri, uri)) continue
      for (const { citekey, aliases = [], citekeySpan: span, location, item } of bibliography.references) {
        if (used.has(citekey) || aliases.some(alias => used.has(alias)) || item.type === '') continue
        yield { uri: location.uri, span, message: `Nothing cites “${citekey}”.` }
      }
    }
  },
})

/** All keys that the document cites, in this manuscript or in another part of it. */
function usedKeys({ manuscript, project, library }: Analysis): ReadonlySet<string> {
  const own = manuscript.citations.flatMap(({ items }) => items.map(({ citekey }) => citekey))
  const used = new Set([...own, ...project.others.flatMap(({ outline }) => outline.citedKeys)])
  for (const key of [...used]) for (const parent of library.references.get(key)?.parents ?? []) used.add(parent.key)
  return used
}

/** Whether a bibliography lies outside the manuscript's own folder, and so may serve others. */
function isShared(path: string, bibliography: string, manuscript: string): boolean {
  const folder = manuscript.slice(0, manuscript.lastIndexOf('/') + 1)
  return /^(?:[/~\\]|[A-Za-z]:|https?:)/.test(path) || !bibliography.startsWith(folder)
}
