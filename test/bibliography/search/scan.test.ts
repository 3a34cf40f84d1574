import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts'
import type { Reference } from '../../../src/bibliography/reference.ts'
import { indexLibrary } from '../../../src/bibliography/search/library-index.ts'
import { scanReferences } from '../../../src/bibliography/search/scan.ts'
import { makeScorer, type Scored } from '../../../src/bibliography/search/score.ts'
import { wordsOf } from '../../../src/bibliography/search/tokens.ts'
import { createReferenceSearch } from '../../../src/bibliography/search.ts'
import { atOnce } from '../../../src/text/steps.ts'

const NAMES = [
  'Mueller',
  String.raw`M{\"u}ller`,
  'Müller',
  'Mulle',
  'Boehm',
  'Ångström',
  'Łukasiewicz',
  '王',
  'Doe',
  'Queen',
]
const WORDS = [
  'tumour',
  'tumors',
  'stroma',
  'stromal',
  'acbd',
  'abcd',
  'cell',
  'cells',
  'of',
  'TGF-$\\beta$',
  'anoikis',
  'a',
]

/** References with all pairs of names, and with pairs of words. */
function library(count: number) {
  const entries = Array.from({ length: count }, (_, number) => {
    const [name, other] = [NAMES[number % 10]!, NAMES[Math.floor(number / 10) % 10]!]
    const [word, last] = [WORDS[number % 12]!, WORDS[Math.floor(number / 12) % 12]!]
    return `@article{k${number}${word.slice(0, 3)}, author={${name}, A. and ${other}}, title={${word} ${last}}, year=${1990 + (number % 30)}, journal={${other} ${word}}}`
  })
  return readBibliography(entries.join('\n'), 'refs.bib').references
}

/** A word as it is typed: perhaps its beginning or end only, perhaps with a letter wrong. */
const typed = fc
  .record({
    word: fc.constantFrom(...NAMES, ...WORDS, '1999', 'k12', 'mueler', 'tumuor', 'lukasiewicz'),
    start: fc.constantFrom(0, 0, 0, 1, 2),
    left: fc.constantFrom(9, 9, 5, 3, 1),
    wrong: fc.option(fc.nat(6), { freq: 3 }),
  })
  .map(({ word, start, left, wrong }) => {
    const part = word.slice(start, start + left)
    return wrong === null ? part : `${part.slice(0, wrong)}x${part.slice(wrong + 1)}`
  })

/** Whether a reference has every word somewhere, without other ways to spell them. */
function hasAll({ citekey, item }: Reference, words: readonly string[]): boolean {
  const names = (item.author ?? []).flatMap(({ family, given }) => [family, given])
  const year = item.issued?.['date-parts']?.[0]?.[0]
  const tokens = wordsOf([citekey, item.title, item['container-title'], year, ...names].join(' '))
  return words.every(word => tokens.some(token => (word.length > 2 ? token.includes(word) : token.startsWith(word))))
}

describe('a search before there is an index', () => {
  it('finds what the index finds, and counts it the same', () => {
    const references = library(200)
    const scorer = makeScorer(atOnce(indexLibrary(references)))
    const found = ({ candidates, scores }: Scored) =>
      candidates.map(number => [number, scores[number]]).sort(([a], [b]) => a! - b!)
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 3 }), query => {
        const words = wordsOf(query.join(' '))
        if (words.length === 0) return
        const expected = scorer(words)
        const scanned = scanReferences(references, words)
        if (scanned) assert.deepEqual(found(scanned), found(expected), query.join(' '))
        else for (const number of expected.candidates) assert.ok(!hasAll(references[number]!, words), query.join(' '))
      }),
      { numRuns: 150 },
    )
    const sizes = ['zzz', 'k13tum', 'cell'].map(word => scanReferences(references, [word])?.candidates.length ?? 0)
    assert.ok(sizes[0] === 0 && sizes[1] === 1 && sizes[2]! > 20, `queries find nothing, little and much: ${sizes}`)
  })

  it('serves a large library until the index is there, and makes it when nobody else does', () => {
    const references = library(5400)
    const search = createReferenceSearch(references)
    const first = search.search('boehm 1999', { limit: 3 })
    assert.equal(first.length, 3)
    assert.notDeepEqual([...createReferenceSearch(references).prepare()], [])
    for (let time = 0; time < 8; time++) assert.deepEqual(search.search('boehm 1999', { limit: 3 }), first)
    assert.deepEqual([...search.prepare()], [])
  })
})
