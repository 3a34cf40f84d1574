import { lazy } from '../text/memo.ts'
import { atOnce, type Steps } from '../text/steps.ts'
import type { Reference } from './reference.ts'
import { indexLibrary, type LibraryIndex } from './search/library-index.ts'
import { scanReferences } from './search/scan.ts'
import { makeScorer, type Scored } from './search/score.ts'
import { wordsOf } from './search/tokens.ts'

export interface SearchOptions {
  /** The most references to give. */
  readonly limit: number
  /** Citekeys that come first among equals: those cited in the manuscript already. */
  readonly preferred?: ReadonlySet<string>
}

export interface ReferenceSearch {
  /**
   * References that have every word of the query in key, authors, title, year or journal; the likeliest first. When there
   * is none, one typing error in each word is forgiven. An empty query gives the preferred ones, then all in their order.
   */
  search(query: string, options: SearchOptions): readonly Reference[]
  /** Makes the index, which makes searching fast; nothing when it is there already. */
  prepare(): Steps<void>
}

/**
 * Where the searches of a library that is read again and again leave their index for the next one, which goes on from it:
 * what a library had before is held nowhere else.
 */
export interface LatestIndex {
  index?: LibraryIndex
}

/** Words of a query beyond these are not looked at. */
const MOST_WORDS = 12

const PREFERRED = 2000

/** From this many references on, this many searches do not wait for an index that is made from nothing, but look through all. */
const LARGE = 5000
const SCANS = 8

/**
 * Makes references searchable, as authors type: parts of words, without accents, in any order. The index is made at the
 * first search, that of a large library when a few searches have been done without it; {@link ReferenceSearch.prepare}
 * makes it ahead. `latest` spares it what was the same in the library that left its index there.
 */
export function createReferenceSearch(references: Iterable<Reference>, latest: LatestIndex = {}): ReferenceSearch {
  const list = [...references]
  let index: LibraryIndex | undefined
  let indexing: Steps<LibraryIndex> | undefined
  let isWhole = false
  /** Goes on where whoever came before has stopped. */
  function* indexed(): Steps<LibraryIndex> {
    while (!index) {
      indexing ??= indexLibrary(list, latest.index, () => {
        isWhole = true
      })
      const step = indexing.next()
      if (!step.done) yield step.value
      else latest.index = index = step.value
    }
    indexing = undefined
    return index
  }
  const places = lazy(() => new Map(list.map((reference, place) => [reference.citekey, place])))
  const scorer = lazy(() => makeScorer(atOnce(indexed())))
  /** Whether there is no index yet, nor one before that it could go on from. */
  const takesLong = (): boolean => {
    const steps = indexed()
    while (latest.index && !index && !isWhole) steps.next()
    return !index
  }
  let scans = list.length < LARGE ? SCANS : 0
  const scored = (words: readonly string[]): Scored => {
    const found = scans < SCANS && takesLong() ? scanReferences(list, words) : undefined
    scans++
    return found ?? scorer()(words)
  }

  return {
    *prepare() {
      yield* indexed()
    },

    search(query, { limit, preferred = new Set() }) {
      const words = meaningful(wordsOf(query)).slice(0, MOST_WORDS)
      const cited = [...preferred].flatMap(key => places().get(key) ?? [])
      if (words.length === 0) return firstOf(list, cited, limit)
      const found = scored(words)
      if (cited.length > 0) prefer(new Set(cited), found)
      return best(found, limit).map(number => list[found.places[number]!]!)
    },
  }
}

/** “Smith et al. and Doe” is looked for as Smith and Doe. */
function meaningful(words: readonly string[]): readonly string[] {
  const rest = words.filter(word => word !== 'et' && word !== 'al' && word !== 'and')
  return rest.length > 0 ? rest : words
}

function firstOf(list: readonly Reference[], cited: readonly number[], limit: number): Reference[] {
  const chosen = new Set(cited.slice(0, limit))
  for (let place = 0; place < list.length && chosen.size < limit; place++) chosen.add(place)
  return [...chosen].map(place => list[place]!)
}

function prefer(cited: ReadonlySet<number>, { candidates, scores, places }: Scored): void {
  for (const number of candidates) if (cited.has(places[number]!)) scores[number]! += PREFERRED
}

/** The numbers with the highest scores, in order; among equals the earlier reference comes first. */
function best({ candidates, scores, places }: Scored, limit: number): number[] {
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || places[a]! - places[b]!
  if (candidates.length <= limit * 4) return [...candidates].sort(order).slice(0, limit)
  const counts = new Map<number, number>()
  for (const number of candidates) counts.set(scores[number]!, (counts.get(scores[number]!) ?? 0) + 1)
  let wanted = limit
  let least = 0
  for (const score of [...counts.keys()].sort((a, b) => b - a)) {
    least = score
    wanted -= counts.get(score)!
    if (wanted <= 0) break
  }
  return candidates
    .filter(number => scores[number]! >= least)
    .sort(order)
    .slice(0, limit)
}
