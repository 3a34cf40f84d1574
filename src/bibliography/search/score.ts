import { GONE, type IndexPart, type LibraryIndex } from './library-index.ts'
import { withOneTypo } from './one-typo.ts'
import { FIELDS } from './reference-words.ts'

/** How a word of a reference fits one of a query: it is the word, begins with it, or has it within or with a typing error. */
export type Fit = 0 | 1 | 2

/** How much a word counts by field and by how it fits. */
export const WEIGHTS: readonly (readonly [whole: number, begins: number, within: number])[] = weights()

function weights() {
  const list: [number, number, number][] = []
  list[FIELDS.key] = [100, 95, 30]
  list[FIELDS.author] = [85, 75, 25]
  list[FIELDS.title] = [60, 50, 15]
  list[FIELDS.other] = [55, 35, 10]
  return list
}

/** Whether a word of a query is looked for within words, and not at their beginning alone: more than two letters, or one beyond ASCII. */
export const isSoughtWithin = (word: string): boolean => word.length > 2 || /[^\x00-\x7f]/.test(word)

/**
 * References that have all words, and the score of each. They are numbered through all parts of the index; `places` has
 * their places in the library.
 */
export interface Scored {
  readonly candidates: readonly number[]
  readonly scores: Int32Array
  readonly places: Int32Array
}

/** What finding one reference among postings costs, in postings passed over. */
const PROBES = 16

/** Words of a part of the index that fit a word of a query: to each how well it does, as in {@link WEIGHTS}. */
type Fits = Map<number, Fit>

/** A word of a query: what fits it in each part. */
type Word = readonly Fits[]

/** Finds references by the words of a query. */
export function makeScorer({ parts }: LibraryIndex): (words: readonly string[]) => Scored {
  const firsts = firstNumbers(parts)
  const places = joined(parts.map(part => part.places))
  const scores = new Int32Array(places.length)
  const ofWord = new Int32Array(places.length)
  const stamps = new Int32Array(places.length)
  let stamp = 0

  const sizeOf = (word: Word): number => sum(word.map((fits, part) => postingsOf(parts[part]!, fits)))
  const rarestFirst = (words: readonly Word[]): Word[] => [...words].sort((a, b) => sizeOf(a) - sizeOf(b))

  /** Those of the candidates that have a word too, looked up one by one. */
  const among = (candidates: readonly number[], word: Word): number[] =>
    candidates.filter(number => {
      const part = partWith(firsts, number)
      let weight = 0
      for (const [one, fit] of word[part]!) {
        const field = fieldOf(parts[part]!, one, number - firsts[part]!)
        if (field >= 0) weight = Math.max(weight, WEIGHTS[field]![fit]!)
      }
      if (weight === 0) return false
      scores[number]! += weight
      stamps[number] = stamp
      return true
    })

  const all = (words: readonly Word[]): number[] => {
    let candidates: number[] = []
    words.forEach((word, round) => {
      const previous = stamp++
      if (round > 0 && candidates.length * sum(word.map(({ size }) => size)) * PROBES < sizeOf(word)) {
        candidates = among(candidates, word)
        return
      }
      candidates = []
      word.forEach((fits, part) => {
        const { starts, postings } = parts[part]!
        const first = firsts[part]!
        for (const [one, fit] of fits) {
          for (let at = starts[one]!; at < starts[one + 1]!; at++) {
            const number = first + (postings[at]! >> 2)
            const weight = WEIGHTS[postings[at]! & 3]![fit]!
            if (stamps[number] === stamp) {
              if (weight > ofWord[number]!) {
                scores[number]! += weight - ofWord[number]!
                ofWord[number] = weight
              }
            } else if (round === 0 ? places[number] !== GONE : stamps[number] === previous) {
              scores[number] = (round === 0 ? 0 : scores[number]!) + weight
              ofWord[number] = weight
              stamps[number] = stamp
              candidates.push(number)
            }
          }
        }
      })
    })
    return candidates
  }

  return words => {
    const found = words.map(word => parts.map(part => fitsOf(part, word)))
    const isFound = (word: Word): boolean => word.some(({ size }) => size > 0)
    const withTypos = (word: Word, at: number): Word =>
      word.map((fits, part) => typosOf(parts[part]!, words[at]!, fits))
    const scored = (candidates: readonly number[]): Scored => ({ candidates, scores, places })
    if (found.every(isFound)) {
      const candidates = all(rarestFirst(found))
      if (candidates.length > 0) return scored(candidates)
    }
    const candidates = all(rarestFirst(found.map((word, at) => (isFound(word) ? word : withTypos(word, at)))))
    return scored(candidates.length > 0 ? candidates : all(rarestFirst(found.map(withTypos))))
  }
}

function fitsOf(part: IndexPart, word: string): Fits {
  const fits: Fits = new Map()
  part.words.beginningWith(word, (one, length) => fits.set(one, length === word.length ? 0 : 1))
  if (isSoughtWithin(word)) part.words.containing(word, (one, at) => at > 0 && fits.set(one, 2))
  return withoutGone(part, fits)
}

function typosOf(part: IndexPart, word: string, fits: Fits): Fits {
  const more: Fits = new Map(fits)
  withOneTypo(part.words, word, one => more.has(one) || more.set(one, 2))
  return withoutGone(part, more)
}

/** Without words that only references have that are gone: what nothing has is misspelt. */
function withoutGone({ starts, postings, places }: IndexPart, fits: Fits): Fits {
  for (const one of fits.keys()) {
    let at = starts[one]!
    while (at < starts[one + 1]! && places[postings[at]! >> 2] === GONE) at++
    if (at === starts[one + 1]) fits.delete(one)
  }
  return fits
}

const postingsOf = ({ starts }: IndexPart, fits: Fits): number =>
  sum([...fits.keys()].map(one => starts[one + 1]! - starts[one]!))

/** The field in which a reference has a word, or -1. */
function fieldOf({ starts, postings }: IndexPart, word: number, reference: number): number {
  let low = starts[word]!
  let high = starts[word + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = postings[middle]! >> 2
    if (found === reference) return postings[middle]! & 3
    if (found < reference) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The number of the first reference of each part. */
function firstNumbers(parts: readonly IndexPart[]): number[] {
  let next = 0
  return parts.map(({ places }) => (next += places.length) - places.length)
}

function partWith(firsts: readonly number[], number: number): number {
  let part = firsts.length - 1
  while (number < firsts[part]!) part--
  return part
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(sum(parts.map(({ length }) => length)))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const sum = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
