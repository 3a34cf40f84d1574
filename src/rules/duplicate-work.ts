import type { Library, Reference } from '../bibliography/reference.ts'
import { areDistinct, haveNearTitles, workGroup, workKeys } from '../bibliography/same-work.ts'
import { count } from '../settings/setting.ts'
import { memoByObject } from '../text/memo.ts'
import { citedReferences, ownReferences } from './cited-references.ts'
import { defineRule } from './rule.ts'

export const duplicateWork = defineRule({
  id: 'duplicate-work',
  summary: 'No work is in the bibliography under two citekeys.',
  why: 'Cited under both keys, the work stands twice in the reference list, with two numbers.',
  severity: 'warning',
  since: '0.1.0',
  options: {
    most: count('Libraries of more references than this are looked at only as far as the manuscript cites them.', 1000),
  },
  examples: [
    {
      shows: 'one DOI under two keys',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020, doi = {10.1000/s.1}}
@article{Smith20, title = {Fibroblasts}, author = {Smith, A.}, journal = {Stroma}, year = 2020, doi = {https://doi.org/10.1000/S.1}}
         ^^^^^^^ warning duplicate-work: “Smith20” and “smith2020” are one work, by their DOI; keep one and cite it.
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020; @Smith20].
`,
    },
  ],

  *check(analysis, { most }) {
    const { references } = analysis.library
    const own = ownReferences(analysis)
    const cited = citedReferences(analysis)
    const some = own.length > most ? [...cited.keys()] : own
    const looked = references.size > most ? some : some.filter(reference => sharing(references).has(reference))
    /** Of two bibliographies one may be made from the other: then it matters only that both keys are cited. */
    const matters = (a: Reference, b: Reference): boolean =>
      a.location.uri === b.location.uri || (cited.has(a) && cited.has(b))
    const seen = new Map<string, Reference>()
    const alike = new Map<string, Reference[]>()
    for (const reference of looked) {
      const keys = workKeys(reference.item)
      const same = keys.find(key => {
        const other = seen.get(key)
        return other && isSame(other, reference) && matters(other, reference)
      })
      const near = nearIn(alike, reference).find(other => isSame(other, reference) && matters(other, reference))
      const first = same === undefined ? near : seen.get(same)
      for (const key of keys) if (!seen.has(key)) seen.set(key, reference)
      if (!first) continue
      yield {
        uri: reference.location.uri,
        span: reference.citekeySpan,
        message: `“${reference.citekey}” and “${first.citekey}” are one work, by their ${REASONS[same?.split(' ')[0] ?? 'near']}; keep one and cite it.`,
        related: [
          { message: 'The other one is here.', location: { uri: first.location.uri, span: first.citekeySpan } },
        ],
      }
    }
  },
})

/** The most works of one author in one year whose titles are compared. */
const MOST_ALIKE = 50

/** Those of the same author and year with nearly the title of a reference, which is added to them. */
function nearIn(alike: Map<string, Reference[]>, reference: Reference): readonly Reference[] {
  const group = workGroup(reference.item)
  if (group === '') return []
  const others = alike.get(group)
  if (!others) alike.set(group, [reference])
  else if (others.length < MOST_ALIKE) others.push(reference)
  return others?.filter(other => other !== reference && haveNearTitles(other.item, reference.item)) ?? []
}

/** The references that share with another what tells a work. Found once in a library, whatever manuscripts cite of it. */
const sharing = memoByObject((references: Library['references']): ReadonlySet<Reference> => {
  const groups = new Map<string, Reference[]>()
  for (const reference of references.values()) {
    for (const key of [...workKeys(reference.item), workGroup(reference.item)]) {
      if (key === '') continue
      const group = groups.get(key)
      if (group) group.push(reference)
      else groups.set(key, [reference])
    }
  }
  return new Set([...groups.values()].filter(group => group.length > 1).flat())
})

const REASONS: Readonly<Record<string, string>> = {
  doi: 'DOI',
  pmid: 'PMID',
  title: 'title, author and year',
  near: 'author, year and all but the spelling of the title',
}

const isSame = (first: Reference, reference: Reference): boolean =>
  first.citekey !== reference.citekey && !areDistinct(first.item, reference.item)
