import assert from 'node:assert/strict'
import fc from 'fast-check'
import { copyUnits } from '../../src/text/units.ts'

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))

/** Short and long stretches of ASCII, of other letters and of halves of pairs. */
const stretch = fc
  .tuple(fc.constantFrom('a', 'é', '–', '🧬', '\ud83e', '\ufffd', '\0'), fc.integer({ min: 0, max: 5000 }))
  .map(([character, count]) => character.repeat(count))

describe('copyUnits', () => {
  it('gives the units of any text and two 0s after them, in an array that held another', () => {
    let units = new Uint16Array(1)
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 4 }), stretches => {
        const text = stretches.join('')
        units = copyUnits(text, units)
        assert.deepEqual([...units.subarray(0, text.length + 2)], [...unitsOf(text), 0, 0])
      }),
    )
  })

  it('keeps the array for as long as it is large enough', () => {
    const units = copyUnits('one text', new Uint16Array(1))
    assert.equal(copyUnits('a shorter', new Uint16Array(64)).length, 64)
    assert.equal(copyUnits('another!', units), units)
  })
})
