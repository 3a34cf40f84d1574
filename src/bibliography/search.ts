import { lazy } from '../text/memo.ts'
import { atOnce, type Steps } from '../text/steps.ts'
import type { Reference } from './reference.ts'
import { withOneTypo } from './search/one-typo.ts'
import { FIELDS, indexReferences, type ReferenceIndex } from './search/reference-index.ts'
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
  /** Makes the index, which the first search would have to wait for; nothing when it is there already. */
  prepare(): Steps<void>
}

/** Words of a query beyond these are not looked at. */
const MOST_WORDS = 12

/** How much a word counts by field and by whether it is the whole word, its beginning, or within it. */
const WEIGHTS: readonly (readonly [whole: number, begins: number, within: number])[] = []
const weights = WEIGHTS as (readonly [number, number, number])[]
weights[FIELDS.key] = [100, 95, 30]
weights[FIELDS.author] = [85, 75, 25]
weights[FIELDS.title] = [60, 50, 15]
weights[FIELDS.other] = [55, 35, 10]
const PREFERRED = 2000

/** Makes references searchable, as authors type: parts of words, without accents, in any order. The index is made at the first search. */
export function createReferenceSearch(references: Iterable<Reference>): ReferenceSearch {
  const list = [...references]
  let index: ReferenceIndex | undefined
  let indexing: Steps<ReferenceIndex> | undefined
  /** Goes on where whoever came before has stopped. */
  function* indexed(): Steps<ReferenceIndex> {
    indexing ??= indexReferences(list)
    while (!index) {
      const step = indexing.next()
      if (step.done) index = step.value
      else yield step.value
    }
    return index
  }
  const numbers = lazy(() => new Map(list.map((reference, number) => [reference.citekey, number])))
  const scorer = lazy(() => makeScorer(list.length, atOnce(indexed())))

  return {
    *prepare() {
      yield* indexed()
    },

    search(query, { limit, preferred = new Set() }) {
      const words = meaningful(wordsOf(query)).slice(0, MOST_WORDS)
      const cited = [...preferred].flatMap(key => numbers().get(key) ?? [])
      if (words.length === 0) return firstOf(list, cited, limit)
      const { candidates, scores } = scorer()(words)
      const isCandidate = new Set(cited.length > 0 ? candidates : [])
      for (const number of cited) if (isCandidate.has(number)) scores[number]! += PREFERRED
      return best(candidates, scores, limit).map(number => list[number]!)
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
  for (let number = 0; number < list.length && chosen.size < limit; number++) chosen.add(number)
  return [...chosen].map(number => list[number]!)
}

/** References by number that have all words, and the score of each. */
interface Scored {
  readonly candidates: readonly number[]
  readonly scores: Int32Array
}

/** What finding one reference among postings costs, in postings passed over. */
const PROBES = 16

function makeScorer(
  size: number,
  { words: list, starts, postings }: ReferenceIndex,
): (words: readonly string[]) => Scored {
  const scores = new Int32Array(size)
  const ofWord = new Int32Array(size)
  const stamps = new Int32Array(size)
  let stamp = 0

  /** One word of a query: to each word of the list that fits it, how well it does. */
  type Fits = Map<number, 0 | 1 | 2>

  const fitsOf = (word: string): Fits => {
    const fits: Fits = new Map()
    list.beginningWith(word, (number, length) => fits.set(number, length === word.length ? 0 : 1))
    if (word.length > 2 || /[^\x00-\x7f]/.test(word))
      list.containing(word, (number, at) => at > 0 && fits.set(number, 2))
    return fits
  }
  const withTypos = (word: string, fits: Fits): Fits => {
    const more: Fits = new Map(fits)
    withOneTypo(list, word, number => more.has(number) || more.set(number, 2))
    return more
  }
  const sizeOf = (fits: Fits): number => {
    let sum = 0
    for (const word of fits.keys()) sum += starts[word + 1]! - starts[word]!
    return sum
  }

  /** Where a reference stands among the postings of a word, or -1. */
  const postingOf = (word: number, number: number): number => {
    let low = starts[word]!
    let high = starts[word + 1]! - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = postings[middle]! >> 2
      if (found === number) return middle
      if (found < number) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
  /** Those of the candidates that have a word too, looked up one by one. */
  const among = (candidates: readonly number[], fits: Fits): number[] =>
    candidates.filter(number => {
      let weight = 0
      for (const [word, fit] of fits) {
        const at = postingOf(word, number)
        if (at >= 0) weight = Math.max(weight, WEIGHTS[postings[at]! & 3]![fit]!)
      }
      if (weight === 0) return false
      scores[number]! += weight
      stamps[number] = stamp
      return true
    })

  const all = (words: readonly Fits[]): number[] => {
    let candidates: number[] = []
    words.forEach((fits, round) => {
      const previous = stamp++
      if (round > 0 && candidates.length * fits.size * PROBES < sizeOf(fits)) {
        candidates = among(candidates, fits)
        return
      }
      candidates = []
      for (const [word, fit] of fits) {
        for (let at = starts[word]!; at < starts[word + 1]!; at++) {
          const number = postings[at]! >> 2
          const weight = WEIGHTS[postings[at]! & 3]![fit]!
          if (stamps[number] === stamp) {
            if (weight > ofWord[number]!) {
              scores[number]! += weight - ofWord[number]!
              ofWord[number] = weight
            }
          } else if (round === 0 || stamps[number] === previous) {
            scores[number] = (round === 0 ? 0 : scores[number]!) + weight
            ofWord[number] = weight
            stamps[number] = stamp
            candidates.push(number)
          }
        }
      }
    })
    return candidates
  }

  return words => {
    const found = words.map(fitsOf)
    const rarestFirst = (fits: readonly Fits[]): Fits[] => [...fits].sort((a, b) => sizeOf(a) - sizeOf(b))
    if (found.every(fits => fits.size > 0)) {
      const candidates = all(rarestFirst(found))
      if (candidates.length > 0) return { candidates, scores }
    }
    const unknown = found.map((fits, at) => (fits.size > 0 ? fits : withTypos(words[at]!, fits)))
    const candidates = all(rarestFirst(unknown))
    if (candidates.length > 0) return { candidates, scores }
    return { candidates: all(rarestFirst(found.map((fits, at) => withTypos(words[at]!, fits)))), scores }
  }
}

/** The numbers with the highest scores, in order; among equals the earlier reference comes first. */
function best(candidates: readonly number[], scores: Int32Array, limit: number): number[] {
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || a - b
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
