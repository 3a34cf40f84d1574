import assert from 'node:assert/strict'
import { atOnce, type Steps, within } from '../../src/text/steps.ts'

function* counting(to: number): Steps<string> {
  for (let count = 1; count < to; count++) yield count / to
  return 'done'
}

describe('work in steps', () => {
  it('gives the same result at once', () => {
    assert.equal(atOnce(counting(4)), 'done')
  })

  it('tells its part as the part of a larger work', () => {
    const steps = within(0.5, 1, counting(4))
    assert.deepEqual([...steps], [0.625, 0.75, 0.875])
    assert.equal(atOnce(within(0, 1, counting(2))), 'done')
  })
})
