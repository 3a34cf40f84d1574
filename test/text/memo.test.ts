import assert from 'node:assert/strict'
import { memoByObject, memoByText } from '../../src/text/memo.ts'

describe('memoByText', () => {
  it('computes once for each text that was asked about lately, and forgets the oldest', () => {
    const asked: string[] = []
    const length = memoByText(text => {
      asked.push(text)
      return text.length
    }, 2)
    for (const text of ['a', 'bb', 'a', 'ccc', 'a', 'dddd', 'e', 'bb']) assert.equal(length(text), text.length)
    assert.deepEqual(asked, ['a', 'bb', 'ccc', 'dddd', 'e', 'bb'])
  })
})

describe('memoByObject', () => {
  it('computes once for each object, even when the result is nothing', () => {
    let runs = 0
    const nothing = memoByObject(() => {
      runs++
      return undefined
    })
    const key = {}
    nothing(key)
    nothing(key)
    assert.equal(runs, 1)
    nothing({})
    assert.equal(runs, 2)
  })
})
