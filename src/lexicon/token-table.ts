/**
 * From the two hashes of a token to its number, in typed arrays that can be kept in a file.
 * Numbers count from 1; 0 is an unknown token.
 */
export interface TokenTable {
  /** Twice the bits that a hash sets: most words of a text end here. */
  readonly seen: Uint32Array
  readonly hashes: Int32Array
  readonly others: Int32Array
  readonly numbers: Int32Array
}

/** Makes a table of the given tokens; two of which nothing but the hashes agree keep the first number. */
export function tokenTable(hashes: Int32Array, others: Int32Array, numbers: Int32Array, count: number): TokenTable {
  const capacity = powerOfTwo(count * 2)
  const table: TokenTable = {
    seen: new Uint32Array(Math.max(1, capacity >> 2)),
    hashes: new Int32Array(capacity),
    others: new Int32Array(capacity),
    numbers: new Int32Array(capacity),
  }
  for (let index = 0; index < count; index++) {
    const hash = hashes[index]!
    const other = others[index]!
    let slot = hash & (capacity - 1)
    while (table.numbers[slot] !== 0 && (table.hashes[slot] !== hash || table.others[slot] !== other)) {
      slot = (slot + 1) & (capacity - 1)
    }
    if (table.numbers[slot] !== 0) continue
    table.hashes[slot] = hash
    table.others[slot] = other
    table.numbers[slot] = numbers[index]!
    const bit = other & (table.seen.length * 32 - 1)
    table.seen[bit >>> 5]! |= 1 << (bit & 31)
  }
  return table
}

/** The number of a token, or 0. */
export function numberOf(table: TokenTable, hash: number, other: number): number {
  const bit = other & (table.seen.length * 32 - 1)
  return (table.seen[bit >>> 5]! & (1 << (bit & 31))) === 0 ? 0 : lookedUp(table, hash, other)
}

/** The number of a token that may well be in the table, or 0; `seen` is not asked. */
export function lookedUp({ numbers, hashes, others }: TokenTable, hash: number, other: number): number {
  const mask = numbers.length - 1
  let slot = hash & mask
  let number = numbers[slot]!
  while (number !== 0 && (hashes[slot] !== hash || others[slot] !== other)) {
    slot = (slot + 1) & mask
    number = numbers[slot]!
  }
  return number
}

/** The smallest power of two that is not below `least`. */
export function powerOfTwo(least: number): number {
  let power = 4
  while (power < least) power *= 2
  return power
}
