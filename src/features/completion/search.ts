import type { Bibliography, Library, Reference } from '../../bibliography/reference.ts'
import { createReferenceSearch, type LatestIndex, type ReferenceSearch } from '../../bibliography/search.ts'
import { memoByObject } from '../../text/memo.ts'
import type { Steps } from '../../text/steps.ts'

const searches = new WeakMap<Library['references'], ReferenceSearch>()

/** The index that libraries with a bibliography were searched by last: one for all readings of it. */
const latestIndex = memoByObject((_lineage: object): LatestIndex => ({}))

/** References that answer to the query, the likeliest first, `preferred` before others; also those that the author's own library offers. */
export function searchReferences(
  library: Library,
  query: string,
  preferred: ReadonlySet<string>,
  limit: number,
): readonly Reference[] {
  return searchOf(library).search(query, { limit, preferred })
}

/** Makes what the first search in a library would have to wait for. */
export const prepareSearch = (library: Library): Steps<void> => searchOf(library).prepare()

function searchOf(library: Library): ReferenceSearch {
  let search = searches.get(library.references)
  if (!search) {
    const { lineage } = largest(library) ?? {}
    search = createReferenceSearch(withOffered(library), lineage && latestIndex(lineage))
    searches.set(library.references, search)
  }
  return search
}

function* withOffered({ references, offered }: Library): Iterable<Reference> {
  yield* references.values()
  yield* offered.references.values()
}

/** The bibliography that most of the index is of. */
function largest({ sources, offered }: Library): Bibliography | undefined {
  const all = [...sources, ...offered.sources].flatMap(({ bibliography }) => bibliography ?? [])
  return all.reduce<Bibliography | undefined>(
    (most, one) => (most && most.references.length >= one.references.length ? most : one),
    undefined,
  )
}
