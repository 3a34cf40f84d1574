import type { Library, Reference } from '../../bibliography/reference.ts'
import { createReferenceSearch, type ReferenceSearch } from '../../bibliography/search.ts'
import type { Steps } from '../../text/steps.ts'

const searches = new WeakMap<Library['references'], ReferenceSearch>()

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
    search = createReferenceSearch(withOffered(library))
    searches.set(library.references, search)
  }
  return search
}

function* withOffered({ references, offered }: Library): Iterable<Reference> {
  yield* references.values()
  yield* offered.references.values()
}
