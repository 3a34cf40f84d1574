import type { Analysis } from '../analysis/analysis.ts'
import { creatorsOf, yearOf } from '../bibliography/describe.ts'
import type { CslItem } from '../bibliography/reference.ts'
import { contains, type Location } from '../text/span.ts'
import { citedReferences } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const incompleteReference = defineRule({
  id: 'incomplete-reference',
  summary: 'Every cited reference has what its kind of work needs.',
  why: 'A reference without journal, year or publisher is printed with a gap, and journals send it back.',
  severity: 'info',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'an article without a journal',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, year = 2020}
         ^^^^^^^^^ info incomplete-reference: This journal article has no journal.
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020].
`,
    },
  ],

  *check(analysis) {
    for (const { item, citekeySpan: span, location } of citedReferences(analysis).keys()) {
      if (isBroken(analysis, location)) continue
      const kind = KINDS.get(item.type)
      const missing = kind?.needs.filter(need => !NEEDS[need](item)) ?? []
      if (kind && missing.length > 0) {
        yield { uri: location.uri, span, message: `This ${kind.name} has no ${missing.join(' and no ')}.` }
      }
    }
  },
})

/** What cannot be read of an entry may hold what it seems to lack. */
const isBroken = ({ library }: Analysis, { uri, span }: Location): boolean =>
  library.sources.some(
    ({ bibliography }) =>
      bibliography?.uri === uri && bibliography.problems.some(problem => contains(span, problem.span.start)),
  )

type Need =
  | 'title'
  | 'author'
  | 'author or editor'
  | 'year'
  | 'journal'
  | 'book title'
  | 'publisher'
  | 'institution'
  | 'address or DOI'

const has = (item: CslItem, field: string): boolean => typeof item[field] === 'string' && item[field] !== ''

/** An editorial of a journal is unsigned, and is printed with its title first; it has a DOI. */
const isUnsigned = (item: CslItem): boolean =>
  item.type === 'article-journal' && has(item, 'DOI') && NEEDS.journal(item)

/** Code that Manubot and others record as a book of its owner, who stands as the publisher. */
const isCode = (item: CslItem): boolean =>
  has(item, 'publisher') && /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org)\//.test(`${item.URL}`)

/** Without a date, what is in press says so. */
const isInPress = (item: CslItem): boolean =>
  /press|forthcoming|submitted/i.test(`${item.status ?? ''} ${item.note ?? ''}`)

const NEEDS: Readonly<Record<Need, (item: CslItem) => boolean>> = {
  title: item => has(item, 'title'),
  author: item => creatorsOf(item).length > 0 || isUnsigned(item),
  'author or editor': item => creatorsOf(item).length > 0 || isCode(item),
  year: item => yearOf(item) !== '' || isInPress(item),
  journal: item => has(item, 'container-title') || has(item, 'container-title-short'),
  'book title': item => has(item, 'container-title') || has(item, 'event-title') || has(item, 'event'),
  publisher: item => has(item, 'publisher') || has(item, 'DOI') || has(item, 'ISBN') || has(item, 'URL'),
  institution: item => has(item, 'publisher'),
  'address or DOI': item => has(item, 'URL') || has(item, 'DOI'),
}

const KINDS = new Map<string, { readonly name: string; readonly needs: readonly Need[] }>([
  ['article-journal', { name: 'journal article', needs: ['title', 'author', 'journal', 'year'] }],
  ['article-magazine', { name: 'magazine article', needs: ['title', 'journal', 'year'] }],
  ['article-newspaper', { name: 'newspaper article', needs: ['title', 'journal', 'year'] }],
  ['book', { name: 'book', needs: ['title', 'author or editor', 'publisher', 'year'] }],
  ['chapter', { name: 'chapter', needs: ['title', 'author', 'book title', 'year'] }],
  ['paper-conference', { name: 'conference paper', needs: ['title', 'author', 'book title', 'year'] }],
  ['thesis', { name: 'thesis', needs: ['title', 'author', 'institution', 'year'] }],
  ['webpage', { name: 'web page', needs: ['title', 'address or DOI'] }],
])
