import type { Analysis } from '../analysis/analysis.ts'
import type { Library, Reference } from '../bibliography/reference.ts'
import type { CitationItem } from '../manuscript/manuscript.ts'
import { memoByObject } from '../text/memo.ts'

/** The references that the text of a manuscript cites, each with the places; by alias too. */
export const citedReferences = memoByObject((analysis: Analysis): ReadonlyMap<Reference, readonly CitationItem[]> => {
  const { manuscript, library } = analysis
  const cited = new Map<Reference, CitationItem[]>()
  for (const { items, field } of manuscript.citations) {
    if (field === 'nocite') continue
    for (const item of items) {
      const reference = library.references.get(item.citekey) ?? library.aliases.get(item.citekey)
      if (!reference || item.crossReference) continue
      const places = cited.get(reference)
      if (places) places.push(item)
      else cited.set(reference, [item])
    }
  }
  return cited
})

/** The citekeys that are listed without being cited. */
export const nociteItems = ({ manuscript }: Analysis): readonly CitationItem[] =>
  manuscript.citations.filter(({ field }) => field === 'nocite').flatMap(({ items }) => items)

/** The bibliographies that belong to the manuscript, and not to the author or to Stroma. */
export const ownReferences = ({ library }: Analysis): readonly Reference[] => ownOf(library)

const ownOf = memoByObject((library: Library): readonly Reference[] => {
  const lists = library.sources
    .filter(({ declaredIn }) => declaredIn !== 'built-in' && declaredIn !== 'configuration')
    .map(({ bibliography }) => bibliography?.references ?? [])
  const counts = (reference: Reference): boolean => library.references.get(reference.citekey) === reference
  // Where each counts, a library of a hundred thousand is not gone through whenever something else about it changes.
  const all = library.duplicates.length === 0 && library.overridden.length === 0
  return all && lists.length === 1 ? lists[0]! : lists.flatMap(list => list.filter(counts))
})
