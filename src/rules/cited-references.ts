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
  // Only of keys that several references have, one does not count: libraries of a hundred thousand are not looked up whole
  // whenever something about them changes.
  const shared = new Set([...library.duplicates, ...library.overridden].map(({ reference }) => reference.citekey))
  const [first = [], ...others] = lists
  if (shared.size === 0) return others.length === 0 ? first : first.concat(...others)
  const counts = (reference: Reference): boolean =>
    !shared.has(reference.citekey) || library.references.get(reference.citekey) === reference
  return lists.flatMap(list => list.filter(counts))
})
