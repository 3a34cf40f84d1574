import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { loadIndex, writeIndex } from '../../src/lexicon/binary-index.ts'
import { checksum } from '../../src/lexicon/checksum.ts'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import type { Lexicon } from '../../src/lexicon/concept.ts'
import { readLexicon } from '../../src/lexicon/read-lexicon.ts'

const shipped = readLexicon(readFileSync('data/packs/meseure-2014.json', 'utf8'), 'meseure-2014.json')
const own = readLexicon('id,label,synonyms\nanoikis,anoikis,homeless death\nown:1,niche cell,NICs', 'own.csv')
const packs = [shipped, own]
const compiled = compileLexicon(packs)
const bytes = writeIndex(packs)

function load(from: Uint8Array): Lexicon {
  const loaded = loadIndex(from)
  return 'lexicon' in loaded ? loaded.lexicon : assert.fail(loaded.failure)
}
/** Without what is lazy and what is merely false. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, (_, field) => field || undefined))
const failure = (from: Uint8Array) => {
  const loaded = loadIndex(from)
  return 'failure' in loaded ? loaded.failure : undefined
}

describe('a lexicon index', () => {
  it('finds what the packs compiled in memory find', () => {
    const { mentionsIn } = load(bytes)
    const words = fc.constantFrom(
      ...['tumor', 'cells', 'circulating', 'MET', 'stroma', 'anoikis', 'homeless death', 'NICs', 'cancer', '.', '\n\n'],
      ...['premetastatic and metastatic niche', 'EMT', 'glucose deprivation'],
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), parts => {
        const prose = parts.join(' ')
        assert.deepEqual(plain(mentionsIn(prose, new Map())), plain(compiled.mentionsIn(prose, new Map())))
      }),
    )
  })

  it('holds every concept by its key, the packs with version and licence', () => {
    const { concepts, packs } = load(bytes)
    assert.deepEqual(packs, compiled.packs)
    assert.equal(concepts.size, compiled.concepts.size)
    assert.deepEqual([...concepts.keys()], [...compiled.concepts.keys()])
    for (const [key, concept] of compiled.concepts) assert.deepEqual(plain(concepts.get(key)), plain(concept))
    assert.equal(concepts.get('own/anoikis')?.pack.id, 'own')
    assert.equal(concepts.get('nobody'), undefined)
  })

  it('may stand inside a larger stretch of bytes', () => {
    const larger = new Uint8Array(bytes.length + 16)
    larger.set(bytes, 8)
    assert.equal(load(larger.subarray(8, 8 + bytes.length)).concepts.size, compiled.concepts.size)
  })

  it('says what is wrong when it cannot be used', () => {
    assert.match(failure(new Uint8Array())!, /is not a lexicon index/)
    assert.match(failure(new TextEncoder().encode('{"id": "a pack in JSON"}'))!, /is not a lexicon index/)
    assert.match(failure(bytes.slice(0, bytes.length - 100))!, /is cut short: \d+ of \d+ bytes/)
    assert.match(failure(bytes.slice(0, 40))!, /is cut short/)
    const newer = bytes.slice()
    newer[8] = 9
    assert.match(failure(newer)!, /version 9, made by a newer Stroma.*update Stroma/)
    const older = bytes.slice()
    older[8] = 1
    assert.match(failure(older)!, /version 1, made by an older Stroma.*build it again/)
  })

  it('is refused wherever it is damaged', () =>
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = bytes.slice()
        damaged[place]! ^= change
        assert.notEqual(failure(damaged), undefined)
      }),
    ))

  it('neither freezes nor breaks whoever reads it when it was tampered with', () => {
    const small = writeIndex([own])
    const head = new DataView(small.buffer)
    const parts = head.getUint32(12, true)
    const prose = 'Anoikis, homeless death, of a niche cell and NICs in other words.'
    const tampered = fc.record({ place: fc.nat(small.length / 4 - 1), value: fc.oneof(fc.nat(40), fc.integer()) })
    let refused = 0
    fc.assert(
      fc.property(fc.array(tampered, { minLength: 1, maxLength: 3 }), changes => {
        const other = small.slice()
        const view = new DataView(other.buffer)
        for (const { place, value } of changes) if (place > 4) view.setInt32(place * 4, value, true)
        view.setUint32(16, checksum(other, 4), true)
        const loaded = loadIndex(other)
        if ('failure' in loaded) {
          refused++
          return
        }
        for (const { form, concepts } of loaded.lexicon.mentionsIn(prose, new Map([['NICs', 'niche cell']])))
          assert.ok(typeof form.text === 'string' && concepts.every(({ label }) => typeof label === 'string'))
        for (const { surfaceForms } of loaded.lexicon.concepts.values()) assert.ok(Array.isArray(surfaceForms))
        loaded.lexicon.concepts.get('own:1')
      }),
      { numRuns: 1000 },
    )
    assert.ok(refused > 50 && parts > 0)
  })

  it('says what it was built from and how much it holds', () => {
    const file = { path: 'own.csv', size: 3, checksum: 7 }
    const loaded = loadIndex(writeIndex(packs, [file]))
    assert.ok('contents' in loaded)
    const { contents } = loaded
    assert.deepEqual(contents.files, [file])
    assert.equal(contents.concepts, compiled.concepts.size)
    assert.ok(contents.categories.includes('concept') && contents.forms > contents.concepts)
  })

  it('leaves out what is switched off, as packs without it would', () => {
    const isOn = ({ id }: { id: string }, category: string) => id !== 'own' && category !== 'cell'
    const without = packs.map(({ source, concepts }) => ({
      source,
      concepts: concepts.filter(({ pack, category }) => isOn(pack, category)),
    }))
    const loaded = loadIndex(bytes, isOn)
    assert.ok('lexicon' in loaded)
    const expected = compileLexicon(without)
    assert.equal(loaded.lexicon.concepts.size, expected.concepts.size)
    assert.ok(expected.concepts.size > 0 && expected.concepts.size < compiled.concepts.size)
    assert.equal(loaded.lexicon.concepts.get('own/anoikis'), undefined)
    const prose =
      'Circulating tumor cells and NICs escape anoikis, homeless death, by EMT in the premetastatic and metastatic niche.'
    assert.deepEqual(plain(loaded.lexicon.mentionsIn(prose, new Map())), plain(expected.mentionsIn(prose, new Map())))
  })

  it('holds nothing as well', () => {
    const { concepts, mentionsIn } = load(writeIndex([]))
    assert.equal(concepts.size, 0)
    assert.deepEqual(mentionsIn('tumor cells', new Map()), [])
  })
})
