import assert from 'node:assert/strict'
import fc from 'fast-check'
import { encodeAll } from '../../src/text/encode-all.ts'

describe('encodeAll', () => {
  it('puts texts one after another and says where each of them is', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(''), fc.constant('–'.repeat(5000)))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), texts => {
        const { bytes, offsets } = encodeAll(texts.length, index => texts[index]!)
        assert.equal(offsets.at(-1), bytes.length)
        const decoded = texts.map((_, index) =>
          new TextDecoder().decode(bytes.subarray(offsets[index], offsets[index + 1])),
        )
        assert.deepEqual(
          decoded,
          texts.map(text => text.replace(/^\ufeff/, '')),
        )
      }),
    )
  })
})
