import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { loadIndex, writeIndex } from '../../src/lexicon/binary-index.ts'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import { joinLexicons } from '../../src/lexicon/join-lexicons.ts'
import { readLexicon } from '../../src/lexicon/read-lexicon.ts'

const shipped = readLexicon(readFileSync('data/packs/meseure-2014.json', 'utf8'), 'meseure-2014.json')
const own = readLexicon(
  'id,label,synonyms\nanoikis,anoikis,homeless death|cell death\nown:1,niche cell,NICs\nown:2,tumor cell death,\nown:3,cells circulating,',
  'own.csv',
)
const third = readLexicon('id,label,synonyms\nown:1,death of cells,homeless death\nx:2,niche cell line,', 'third.csv')

const indexOf = (...packs: (typeof own)[]) => {
  const loaded = loadIndex(writeIndex(packs))
  return 'lexicon' in loaded ? loaded.lexicon : assert.fail(loaded.failure)
}
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, (_, field) => field || undefined))

describe('lexicons that are put together', () => {
  const together = compileLexicon([own, third, shipped])
  const joined = joinLexicons([indexOf(own), compileLexicon([third]), indexOf(shipped)])

  it('find what one lexicon of all their packs finds', () => {
    const words = fc.constantFrom(
      ...[
        'tumor',
        'cells',
        'cell',
        'line',
        'circulating',
        'death',
        'of',
        'homeless',
        'niche',
        'anoikis',
        'NICs',
        '\n\n',
      ],
      ...['glucose', 'deprivation', 'stroma', 'cancer', '.'],
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 24 }), parts => {
        const prose = parts.join(' ')
        assert.deepEqual(plain(joined.mentionsIn(prose, new Map())), plain(together.mentionsIn(prose, new Map())))
      }),
      { numRuns: 500 },
    )
  })

  it('name the concepts of the earlier one first where several know a form', () => {
    const [mention] = joined.mentionsIn('homeless death', new Map())
    assert.deepEqual(
      mention!.concepts.map(({ id, pack }) => [pack.id, id]),
      [
        ['own', 'anoikis'],
        ['third', 'own:1'],
      ],
    )
  })

  it('have every concept by a key of its own', () => {
    assert.equal(joined.concepts.size, together.concepts.size)
    assert.deepEqual([...joined.concepts.keys()], [...together.concepts.keys()])
    for (const [key, concept] of together.concepts) assert.deepEqual(plain(joined.concepts.get(key)), plain(concept))
    assert.equal(joined.concepts.get('third/own:1')?.label, 'death of cells')
    assert.equal(joined.concepts.get('third/nothing'), undefined)
    assert.deepEqual(
      joined.packs.map(({ id }) => id),
      ['own', 'third', 'meseure-2014'],
    )
  })

  it('find again what they found when a text before it grows', () => {
    const prose = 'Homeless death of a niche cell line.'
    const moved = joined.mentionsIn(prose, new Map()).map(mention => mention.moved(7))
    assert.deepEqual(plain(moved), plain(joined.mentionsIn(`${' '.repeat(7)}${prose}`, new Map())))
    assert.ok(moved.length > 1)
  })

  it('let a definition of one silence the abbreviation of another', () => {
    const [mention, ...others] = joined.mentionsIn('NICs', new Map([['NICs', 'death of cells']]))
    assert.deepEqual(
      mention!.concepts.map(({ label }) => label),
      ['death of cells'],
    )
    assert.deepEqual(others, [])
  })
})
