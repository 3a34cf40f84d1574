import type { Reference } from '../reference.ts'
import { FIELDS, type WordVisitor, wordReader } from './reference-words.ts'
import { type Fit, isSoughtWithin, type Scored, WEIGHTS } from './score.ts'
import { type TokenVisitor, visitWithoutDigraphs } from './tokens.ts'

/**
 * Looks through all references for those that have every word of a query: what a search by the index gives, in a part of the
 * time that making the index takes. Nothing when there is none, for then a word may be misspelt, which only the index knows
 * how to find in time.
 */
export function scanReferences(references: readonly Reference[], words: readonly string[]): Scored | undefined {
  const seekers = words.map(seekerOf)
  const candidates: number[] = []
  const scores = new Int32Array(references.length)
  const weights = new Int32Array(seekers.length)

  const weigh: WordVisitor = (letters, length, _, field) => {
    for (let number = 0; number < seekers.length; number++) {
      const fit = seekers[number]!(letters, length)
      if (fit === undefined) continue
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
  if (candidates.length === 0) return undefined
  return { candidates, scores, places: Int32Array.from(references, (_, place) => place) }
}

/** How a word of a reference fits the one that is looked for; nothing when it does not. */
type Seeker = (letters: Uint16Array, length: number) => Fit | undefined

function seekerOf(word: string): Seeker {
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

const lettersOf = (word: string): Uint16Array =>
  Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at))
