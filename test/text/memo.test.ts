import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
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

  it('does not keep the manuscripts that its paragraphs were taken from', () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const held = (): number => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const paragraph = memoByText(text => text.slice(10, 60))
    const before = held()
    for (let revision = 0; revision < 50; revision++) {
      const manuscript = Buffer.alloc(1_000_000, `revision ${revision} `).toString('latin1')
      paragraph(manuscript.slice(1000, 1400))
    }
    assert.ok(held() - before < 10_000_000, `${held() - before} bytes are held for 50 paragraphs`)
    assert.equal(paragraph('a'), '')
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
