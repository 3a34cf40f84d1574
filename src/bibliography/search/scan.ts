import type { Reference } from '../reference.ts'
import { isOneTypoAway, SHORTEST_MISSPELT } from './one-typo.ts'
import { FIELDS, type WordVisitor, wordReader } from './reference-words.ts'
import { type Fit, isSoughtWithin, type Scored, WEIGHTS } from './score.ts'
import { type TokenVisitor, visitWithoutDigraphs } from './tokens.ts'

/**
 * Looks through all references for those that have every word of a query. It gives what a search by the index gives, in a
 * part of the time that making the index takes.
 */
export function scanReferences(references: readonly Reference[], words: readonly string[]): Scored {
  const exactly = scan(references, words.map(exactSeeker))
  const isKnown = exactly.isFound
  if (isKnown.every(Boolean) && exactly.candidates.length > 0) return exactly
  const forgiving = words.map((word, number) => (isKnown[number] ? exactSeeker(word) : forgivingSeeker(word)))
  const unknown = isKnown.every(Boolean) ? exactly : scan(references, forgiving)
  return unknown.candidates.length > 0 ? unknown : scan(references, words.map(forgivingSeeker))
}

/** How a word of a reference fits the one that is looked for; nothing when it does not. */
type Seeker = (letters: Uint16Array, length: number) => Fit | undefined

function exactSeeker(word: string): Seeker {
  const sought = lettersOf(word)
  const within = isSoughtWithin(word)
  return (letters, length) => {
    const last = within ? length - sought.length : Math.min(0, length - sought.length)
    const first = sought[0]!
    for (let at = 0; at <= last; at++) {
      if (letters[at] !== first) continue
      let same = 1
      while (same < sought.length && letters[at + same] === sought[same]) same++
      if (same === sought.length) return at > 0 ? 2 : length === same ? 0 : 1
    }
    return undefined
  }
}

function forgivingSeeker(word: string): Seeker {
  const exact = exactSeeker(word)
  if (word.length < SHORTEST_MISSPELT) return exact
  const [first, second] = lettersOf(word)
  return (letters, length) => {
    const fit = exact(letters, length)
    if (fit !== undefined) return fit
    // One error leaves one of the first two letters in one of the first two places.
    const [one, other] = [letters[0], letters[1]]
    if (one !== first && one !== second && other !== first && other !== second) return undefined
    return isOneTypoAway(word, String.fromCharCode(...letters.subarray(0, length))) ? 2 : undefined
  }
}

const lettersOf = (word: string): Uint16Array =>
  Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at))

function scan(references: readonly Reference[], seekers: readonly Seeker[]): Scored & { readonly isFound: boolean[] } {
  const candidates: number[] = []
  const scores = new Int32Array(references.length)
  const isFound = seekers.map(() => false)
  const weights = new Int32Array(seekers.length)

  const weigh: WordVisitor = (letters, length, _, field) => {
    for (let number = 0; number < seekers.length; number++) {
      const fit = seekers[number]!(letters, length)
      if (fit === undefined) continue
      isFound[number] = true
      const weight = WEIGHTS[field]![fit]!
      if (weight > weights[number]!) weights[number] = weight
    }
  }
  const weighName: TokenVisitor = (letters, length, hash) => weigh(letters, length, hash, FIELDS.author)
  const visitWord: WordVisitor = (letters, length, hash, field) => {
    weigh(letters, length, hash, field)
    if (field === FIELDS.author) visitWithoutDigraphs(letters, length, weighName)
  }
  const read = wordReader(visitWord)
  references.forEach((reference, number) => {
    weights.fill(0)
    read(reference)
    if (!weights.every(weight => weight > 0)) return
    candidates.push(number)
    scores[number] = weights.reduce((sum, weight) => sum + weight, 0)
  })
  return { candidates, scores, places: Int32Array.from(references, (_, place) => place), isFound }
}
