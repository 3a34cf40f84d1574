import type { Library } from '../bibliography/reference.ts'
import { type RetractionList, readRetractions } from '../bibliography/retractions.ts'
import { type ListLoader, listLoader } from './load-lists.ts'

/** Reads the lists of retracted works that a project names. */
export const retractionLoader = (): ListLoader<RetractionList> =>
  listLoader({
    read: readRetractions,
    join: firstThatKnows,
    called: 'list of retractions',
    empty: 'names no DOI and no PMID; export it as CSV or as a list of PMIDs.',
  })

const firstThatKnows = (lists: readonly RetractionList[]): RetractionList => ({
  size: lists.reduce((sum, { size }) => sum + size, 0),
  of(item) {
    for (const list of lists) {
      const retraction = list.of(item)
      if (retraction) return retraction
    }
    return undefined
  },
})

const joinedLibraries = new WeakMap<Library, Library>()

/** A library that knows of retracted works; the same library and list give the same object. */
export function withRetractions(library: Library, list: RetractionList | undefined): Library {
  if (!list) return library
  const known = joinedLibraries.get(library)
  if (known?.retractions === list) return known
  const joined = { ...library, retractions: list }
  joinedLibraries.set(library, joined)
  return joined
}
