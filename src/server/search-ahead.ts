import type { Library } from '../bibliography/reference.ts'
import { prepareSearch } from '../features/completion/search.ts'
import type { Pace } from '../workspace/pace.ts'

/** Milliseconds of work at a time. */
const SLICE = 8

/** Makes libraries searchable beside other work, so that the first completion does not wait for it. */
export interface SearchAhead {
  /** Prepares a library, instead of one that is being prepared: an author waits for the one that is open. */
  prepare(library: Library): void
  stop(): void
}

export function searchAhead({ now, pause }: Pace): SearchAhead {
  let current: Library['references'] | undefined

  const work = async (library: Library): Promise<void> => {
    const steps = prepareSearch(library)
    while (current === library.references) {
      const end = now() + SLICE
      do if (steps.next().done) return
      while (now() < end)
      await pause()
    }
  }

  return {
    prepare(library) {
      if (current === library.references) return
      current = library.references
      // What fails here fails again in the search that the author waits for, and is told of there.
      pause()
        .then(() => work(library))
        .catch(() => undefined)
    },
    stop() {
      current = undefined
    },
  }
}
