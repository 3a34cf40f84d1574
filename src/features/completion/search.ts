import type { Library, Reference } from '../../bibliography/reference.ts'
import { createReferenceSearch, type ReferenceSearch } from '../../bibliography/search.ts'

const searches = new WeakMap<Library['references'], ReferenceSearch>()

/** References that answer to the query, the likeliest first, `preferred` before others; also those that the author's own library offers. */
export function searchReferences(
  library: Library,
  query: string,
  preferred: ReadonlySet<string>,
  limit: number,
): readonly Reference[] {
  let search = searches.get(library.references)
  if (!search) {
    search = createReferenceSearch(withOffered(library))
    searches.set(library.references, search)
  }
  return search.search(query, { limit, preferred })
}

function* withOffered({ references, offered }: Library): Iterable<Reference> {
  yield* references.values()
  yield* offered.references.values()
}
