import assert from 'node:assert/strict'
import fc from 'fast-check'
import { WordMemo } from '../../src/lexicon/word-memo.ts'

describe('WordMemo', () => {
  it('never gives of a word what was found out about another', () => {
    // hashes that share their place, and words that share a hash
    const word = fc.record({ hash: fc.constantFrom(0, 7, 7 + (1 << 12), -1), other: fc.constantFrom(0, 1, -5) })
    const step = fc.oneof(
      fc.record({ word, value: fc.string({ minLength: 1 }) }),
      fc.record({ word, value: fc.constant(undefined) }),
      fc.constant('clear' as const),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        const memo = new WordMemo<string>()
        const known = new Map<string, string>()
        for (const step of steps) {
          if (step === 'clear') {
            memo.clear()
            known.clear()
            continue
          }
          const { hash, other } = step.word
          const kept = memo.get(hash, other)
          assert.ok(kept === undefined || kept === known.get(`${hash} ${other}`))
          if (step.value === undefined) continue
          memo.set(hash, other, step.value)
          known.set(`${hash} ${other}`, step.value)
          assert.equal(memo.get(hash, other), step.value)
        }
      }),
    )
  })
})
