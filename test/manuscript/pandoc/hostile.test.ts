import assert from 'node:assert/strict'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { HOSTILE_PIECES } from '../../support/hostile-texts.ts'

const SIZE = 20_000

describe('hostile text', () => {
  for (const part of HOSTILE_PIECES) {
    it(`such as ${JSON.stringify(part)} again and again is read`, () => {
      const text = part.repeat(SIZE / part.length)
      const { prose, citations } = readManuscript(text, 'pandoc')
      assert.equal(prose.length, text.length)
      for (const { span } of citations) assert.ok(span.start < span.end && span.end <= text.length)
    })
  }

  it('such as many brackets, closed, around a citation is read', () => {
    const text = `${'['.repeat(SIZE / 2)}@a${']'.repeat(SIZE / 2)}`
    assert.deepEqual(
      readManuscript(text, 'pandoc').citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)),
      ['a'],
    )
  })
})
