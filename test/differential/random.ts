/** A small generator of random numbers that gives the same ones for the same seed. */
export interface Random {
  /** From 0 up to but not including `below`. */
  integer(below: number): number
  pick<T>(items: readonly T[]): T
  chance(probability: number): boolean
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    integer: below => Math.floor(next() * below),
    pick: items => items[Math.floor(next() * items.length)]!,
    chance: probability => next() < probability,
  }
}
