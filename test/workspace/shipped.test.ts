import assert from 'node:assert/strict'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import { shippedLexicon, shippedPack } from '../../src/workspace/shipped.ts'

/** Without what is lazy and what is merely false. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value, (_, field) => field || undefined))

describe('the shipped lexicon', () => {
  it('finds in every surface form what its pack compiled in memory finds, and holds the same concepts', () => {
    const pack = shippedPack()
    const compiled = compileLexicon([pack])
    const shipped = shippedLexicon()
    const prose = pack.concepts
      .flatMap(({ surfaceForms }) => surfaceForms.map(({ text }) => `The ${text} grew.`))
      .join('\n\n')
    const mentions = shipped.mentionsIn(prose, new Map())
    assert.ok(mentions.length > pack.concepts.length)
    assert.deepEqual(plain(mentions), plain(compiled.mentionsIn(prose, new Map())))
    assert.deepEqual(plain([...shipped.concepts]), plain([...compiled.concepts]))
    assert.deepEqual(shipped.packs, compiled.packs)
  })
})
