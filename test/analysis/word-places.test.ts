import assert from 'node:assert/strict'
import fc from 'fast-check'
import { eachCapitalised, eachWord } from '../../src/analysis/word-places.ts'

type Each = (text: string, found: (start: number, end: number) => void) => void

function listOf(each: Each, text: string): string[] {
  const found: string[] = []
  each(text, (start, end) => found.push(`${start} ${text.slice(start, end)}`))
  return found
}

/** A character of two units at the end has the whole text read by the regular expression; it is part of no word. */
const byExpression = (each: Each, text: string): string[] => listOf(each, `${text} 🧬`)

/** What words are made of, and what decides whether something is one. */
const text = fc
  .array(
    fc.constantFrom(
      ...['a', 'ab', 'Ab', 'AB', 'É', 'ß', 'β', 'ǅ', 'e\u0301', '1', '٣', '²', ' ', '\n'],
      ...['-', '-', '‑', '/', '.', ':', '_', '@', '#', '$', '&', '=', '\\', '*', '(', '\ud83e'],
    ),
    { maxLength: 24 },
  )
  .map(parts => parts.join(''))

describe('eachWord', () => {
  it('finds words, also those of several parts', () => {
    assert.deepEqual(listOf(eachWord, 'Pre-metastatic niche_s, see www.example.org and co-A1.'), [
      '0 Pre-metastatic',
      '24 see',
      '44 and',
      '48 co',
    ])
  })

  it('finds in any text what its regular expression finds', () => {
    fc.assert(
      fc.property(text, text => {
        assert.deepEqual(listOf(eachWord, text), byExpression(eachWord, text))
      }),
      { numRuns: 5000 },
    )
  })
})

describe('eachCapitalised', () => {
  const withTwo = (found: readonly string[]): string[] => found.filter(word => /\p{Lu}.*\p{Lu}/u.test(word))

  it('passes over words that have no two capitals', () => {
    assert.deepEqual(listOf(eachCapitalised, 'The ECM of MMP-9 cells, Fig. 1, mRNA and https://a.org/ABC'), [
      '4 ECM',
      '11 MMP-9',
      '32 mRNA',
    ])
  })

  it('finds in any text what its regular expression finds', () => {
    fc.assert(
      fc.property(text, text => {
        assert.deepEqual(withTwo(listOf(eachCapitalised, text)), withTwo(byExpression(eachCapitalised, text)))
      }),
      { numRuns: 5000 },
    )
  })
})
