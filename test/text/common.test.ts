import assert from 'node:assert/strict'
import fc from 'fast-check'
import { commonEnd, commonStart } from '../../src/text/common.ts'
import { atOnce } from '../../src/text/steps.ts'

describe('what two texts have in common', () => {
  /** Long enough for the largest block, and short. */
  const common = fc
    .constantFrom(0, 1, 15, 16, 255, 257, 4096, 65_535, 65_536, 65_537, 200_003)
    .map(length => 'stroma 王 '.repeat(Math.ceil(length / 9)).slice(0, length))
  const rest = fc.string({ unit: fc.constantFrom('s', 't', 'x'), maxLength: 20 })

  it('is found to the letter, from a place in each on', () => {
    fc.assert(
      fc.property(common, rest, rest, rest, rest, (same, headA, headB, a, b) => {
        let expected = same.length
        while (
          expected < same.length + Math.min(a.length, b.length) &&
          a[expected - same.length] === b[expected - same.length]
        )
          expected++
        const found = atOnce(commonStart(headA + same + a, headA.length, headB + same + b, headB.length))
        assert.equal(found, expected)
      }),
    )
  })

  it('is found at the end, up to a limit', () => {
    fc.assert(
      fc.property(common, rest, rest, fc.nat(300_000), (same, a, b, most) => {
        let expected = same.length
        for (let at = 1; at <= Math.min(a.length, b.length) && a.at(-at) === b.at(-at); at++) expected++
        const limit = Math.min(most, same.length + Math.min(a.length, b.length))
        assert.equal(atOnce(commonEnd(a + same, b + same, limit)), Math.min(expected, limit))
      }),
    )
  })

  it('may be interrupted in a long text', () => {
    const text = 'x'.repeat(3_000_000)
    assert.ok([...commonStart(text, 0, `${text}y`, 0)].length >= 2)
    assert.ok([...commonEnd(text, `y${text}`, text.length)].length >= 2)
  })
})
