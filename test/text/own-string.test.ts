import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { detached, ownString } from '../../src/text/own-string.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const TEXTS = 20
const SIZE = 1_000_000

/** Bytes that are kept for a slice of each of several large texts, by what is made of the slice. */
function heldBy(make: (slice: string) => string): number {
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = Array.from({ length: TEXTS }, (_, number) => {
    const text = Buffer.alloc(SIZE, `one of many words ${number} `).toString('latin1')
    return make(text.slice(500, 540))
  })
  collect()
  const held = process.memoryUsage().heapUsed - before
  assert.equal(kept.length, TEXTS)
  return held
}

describe('a text of its own', () => {
  for (const [name, make] of Object.entries({ ownString, detached })) {
    it(`is an equal one that keeps nothing of the text it was taken from: ${name}`, () => {
      const text = 'A citekey of Müller, 王 and 🧬, from somewhere in a file'
      for (let end = 0; end <= text.length; end++) assert.equal(make(text.slice(2, end)), text.slice(2, end))
      assert.ok(heldBy(slice => slice) > (TEXTS * SIZE) / 2, 'a slice keeps the whole text')
      assert.ok(heldBy(make) < (TEXTS * SIZE) / 2)
    })
  }
})
