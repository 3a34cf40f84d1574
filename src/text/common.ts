import type { Steps } from './steps.ts'

/** How many characters are compared at once, as strings, which is much faster than one by one; and in one step. */
const BLOCK = 65_536
const STEP = 16 * BLOCK

/** How far two texts are the same, from a place in each. */
export function* commonStart(a: string, fromA: number, b: string, fromB: number): Steps<number> {
  const most = Math.min(a.length - fromA, b.length - fromB)
  let length = 0
  for (let block = BLOCK; block >= 1; block = block >> 4) {
    while (
      length + block <= most &&
      a.slice(fromA + length, fromA + length + block) === b.slice(fromB + length, fromB + length + block)
    ) {
      length += block
      if (length % STEP === 0) yield (fromB + length) / b.length
    }
  }
  return length
}

/** How long an end two texts share, up to `most`. */
export function* commonEnd(a: string, b: string, most: number): Steps<number> {
  let length = 0
  for (let block = BLOCK; block >= 1; block = block >> 4) {
    while (
      length + block <= most &&
      a.slice(a.length - length - block, a.length - length) === b.slice(b.length - length - block, b.length - length)
    ) {
      length += block
      if (length % STEP === 0) yield (a.length - most + length) / a.length
    }
  }
  return length
}
