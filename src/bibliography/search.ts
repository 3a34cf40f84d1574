import { fold } from '../text/fold.ts'
import { creatorsOf, familyName, plainTitle, yearOf } from './describe.ts'
import type { Reference } from './reference.ts'

export interface SearchOptions {
  /** The most references to give. */
  readonly limit: number
  /** Citekeys that come first among equals: those cited in the manuscript already. */
  readonly preferred?: ReadonlySet<string>
}

export interface ReferenceSearch {
  /** References that have every word of the query in key, authors, title, year or journal; the likeliest first. */
  search(query: string, options: SearchOptions): readonly Reference[]
}

/** Makes references searchable, as authors type: parts of words, without accents, in any order. */
export function createReferenceSearch(references: Iterable<Reference>): ReferenceSearch {
  const list = [...references].map(reference => ({ reference, ...foldedFields(reference) }))
  return {
    search(query, { limit, preferred }) {
      const words = fold(query)
        .split(/[\s,;]+/)
        .filter(Boolean)
      const scored: { reference: Reference; score: number }[] = []
      for (const { reference, key, authors, rest } of list) {
        let score = preferred?.has(reference.citekey) ? 1000 : 0
        for (const word of words) {
          const own = key.startsWith(word)
            ? 50
            : key.includes(word)
              ? 20
              : authors.includes(word)
                ? 30
                : rest.includes(word)
                  ? 10
                  : -1
          if (own < 0) {
            score = -1
            break
          }
          score += own
        }
        if (score >= 0) scored.push({ reference, score })
      }
      scored.sort((a, b) => b.score - a.score || (a.reference.citekey < b.reference.citekey ? -1 : 1))
      return scored.slice(0, limit).map(({ reference }) => reference)
    },
  }
}

function foldedFields(reference: Reference) {
  const { item } = reference
  const umlauts = creatorsOf(item)
    .map(name => `${familyName(name)} ${name.family ? (name.given ?? '') : ''}`)
    .join(' ')
  return {
    key: fold(reference.citekey),
    authors: fold(`${umlauts} ${expandUmlauts(umlauts)}`),
    rest: fold(`${plainTitle(item)} ${yearOf(item)} ${item['container-title'] ?? ''}`),
  }
}

const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' }
const expandUmlauts = (text: string): string => text.toLowerCase().replace(/[äöüåø]/g, letter => UMLAUTS[letter]!)
