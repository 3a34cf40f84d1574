import assert from 'node:assert/strict'
import fc from 'fast-check'
import { loadIndex, writeIndex } from '../../src/lexicon/binary-index.ts'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import type { Mention } from '../../src/lexicon/concept.ts'
import { readPack } from '../../src/lexicon/read-pack.ts'

/** Words of which the plural takes an s and no other rule of spelling holds than those of `normal`. */
const WORDS = ['tumor', 'cell', 'growth', 'naive']
const NONE: ReadonlyMap<string, string> = new Map()

interface Found {
  readonly span: { readonly start: number; readonly end: number }
  readonly concept: string
  readonly parts: readonly Found[]
}

/** The definition that matching is held to: words as strings, every stretch of them looked up, the longest kept. */
function expected(forms: ReadonlySet<string>, prose: string): Found[] {
  const words = [...prose.matchAll(/[\p{L}\p{M}]+(?:’s)?/gu)].map(match => {
    const word = match[0].replace(/’s$/, '')
    return {
      start: match.index,
      end: match.index + word.length,
      past: match.index + match[0].length,
      key: normal(word),
    }
  })
  const stretches = words.flatMap((_, first) =>
    words
      .slice(first)
      .map((_, length) => ({ first, last: first + length, words: words.slice(first, first + length + 1) })),
  )
  const matches = stretches
    .filter(({ words }) => words.every((word, at) => at === 0 || joins(prose.slice(words[at - 1]!.past, word.start))))
    .map(stretch => ({ ...stretch, concept: stretch.words.map(({ key }) => key).join('-') }))
    .filter(({ concept }) => forms.has(concept))
    .sort((a, b) => b.words.length - a.words.length || a.first - b.first)
  const kept: { first: number; last: number; found: Found & { parts: Found[] } }[] = []
  for (const { first, last, words, concept } of matches) {
    const found = { span: { start: words[0]!.start, end: words.at(-1)!.end }, concept, parts: [] }
    const overlapping = kept.filter(other => other.first <= last && first <= other.last)
    const [owner] = overlapping
    if (!owner) kept.push({ first, last, found })
    else if (owner.first <= first && last <= owner.last) {
      const said = [owner.found, ...owner.found.parts].map(({ concept }) => concept)
      if (!said.includes(concept)) owner.found.parts.push(found)
    }
  }
  for (const { found } of kept) found.parts.sort((a, b) => a.span.start - b.span.start)
  return kept.map(({ found }) => found).sort((a, b) => a.span.start - b.span.start)
}

const normal = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/s$/, '').replace('tumour', 'tumor')

/** Whether what stands between two words leaves them beside each other: a blank, a line end, a hyphen, emphasis. */
const joins = (between: string): boolean => /^\**[ \n-]\**$/.test(between)

const plain = (mentions: readonly Mention[]): Found[] =>
  mentions.map(({ span, concepts, parts = [] }) => ({ span, concept: concepts[0].id, parts: plain(parts) }))

const word = fc.constantFrom(...WORDS)
const written = fc.oneof(
  word,
  word.map(word => `${word}s`),
  word.map(word => word.charAt(0).toUpperCase() + word.slice(1)),
  word.map(word => `*${word}*`),
  word.map(word => `${word}’s`),
  fc.constantFrom('tumour', 'Tumours', 'naïve', 'unknown', 'the', 'celll', 'nodal'),
)
const between = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', '-', '\n') },
  { weight: 1, arbitrary: fc.constantFrom('. ', '; ', '\n\n', '    ', ' – ') },
)

describe('findMentions', () => {
  it('finds what looking up every stretch of words finds, compiled or loaded', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 25,
          selector: words => words.join('-'),
        }),
        fc.array(fc.tuple(written, between), { maxLength: 40 }),
        (forms, pieces) => {
          const concepts = forms.map(words => ({
            id: words.join('-'),
            label: words.join(' '),
            category: 'c',
            surfaceForms: [words.join(' ')],
          }))
          const pack = { schemaVersion: 1, id: 'own', title: 't', version: '1', licence: 'MIT', concepts }
          const packs = [readPack(JSON.stringify(pack), '')]
          const prose = pieces.flat().join('')
          const wanted = expected(new Set(concepts.map(({ id }) => id)), prose)
          assert.deepEqual(plain(compileLexicon(packs).mentionsIn(prose, NONE)), wanted)
          const loaded = loadIndex(writeIndex(packs))
          if ('failure' in loaded) assert.fail(loaded.failure)
          assert.deepEqual(plain(loaded.lexicon.mentionsIn(prose, NONE)), wanted)
        },
      ),
      { numRuns: 300 },
    ))
})
