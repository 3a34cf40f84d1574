/**
 * From the two hashes of a token to its number and the forms that are this token alone, in typed arrays that can be kept in
 * a file. Numbers count from 1; 0 is an unknown token.
 */
export interface TokenTable {
  /** Twice the bits that a hash sets: most words of a text end here. */
  readonly seen: Uint32Array
  /** An open hash of slots, side by side since they are looked at together. A free one has the number 0. */
  readonly slots: Int32Array
}

/** The places in a slot: the token's two hashes, its number, and the first of the forms that are this token alone. */
export enum TokenSlot {
  Hash = 0,
  Other = 1,
  Number = 2,
  /** A number in the list of forms, 0 when the token is no form, or `BEGINS_NOTHING`. */
  Forms = 3,
}

/** Instead of a form: no form begins with the token either. */
export const BEGINS_NOTHING = -1

/** So many numbers a slot. */
export const SLOT = 4

/** What a table is made of, by token. */
export interface TokenColumns {
  readonly hashes: readonly number[]
  readonly others: readonly number[]
  readonly numbers: readonly number[]
}

/** Makes a table of the given tokens; two of which nothing but the hashes agree keep the first number. */
export function tokenTable(tokens: TokenColumns, formsOf: (number: number) => number): TokenTable {
  const { hashes, others, numbers } = tokens
  const capacity = powerOfTwo(numbers.length * 2)
  const table: TokenTable = {
    seen: new Uint32Array(Math.max(1, capacity >> 2)),
    slots: new Int32Array(capacity * SLOT),
  }
  const { seen, slots } = table
  for (let index = 0; index < numbers.length; index++) {
    const hash = hashes[index]!
    const other = others[index]!
    const mask = capacity - 1
    let slot = (hash & mask) * SLOT
    while (
      slots[slot + TokenSlot.Number] !== 0 &&
      (slots[slot + TokenSlot.Hash] !== hash || slots[slot + TokenSlot.Other] !== other)
    ) {
      slot = (slot + SLOT) & (slots.length - 1)
    }
    if (slots[slot + TokenSlot.Number] !== 0) continue
    slots[slot + TokenSlot.Hash] = hash
    slots[slot + TokenSlot.Other] = other
    slots[slot + TokenSlot.Number] = numbers[index]!
    slots[slot + TokenSlot.Forms] = formsOf(numbers[index]!)
    const bit = other & (seen.length * 32 - 1)
    seen[bit >>> 5]! |= 1 << (bit & 31)
  }
  return table
}

/** The slot of a token, or `NONE`. */
export function slotOf(table: TokenTable, hash: number, other: number): number {
  const bit = other & (table.seen.length * 32 - 1)
  return (table.seen[bit >>> 5]! & (1 << (bit & 31))) === 0 ? NONE : lookedUp(table, hash, other)
}

/** Instead of the slot of a token that is not known. */
export const NONE = -1

/** The slot of a token that may well be in the table, or `NONE`; `seen` is not asked. */
export function lookedUp({ slots }: TokenTable, hash: number, other: number): number {
  const end = slots.length - 1
  let slot = (hash << 2) & end
  while (slots[slot + TokenSlot.Number] !== 0) {
    if (slots[slot] === hash && slots[slot + TokenSlot.Other] === other) return slot
    slot = (slot + SLOT) & end
  }
  return NONE
}

/** The number of a token, or 0. */
export function numberOf(table: TokenTable, hash: number, other: number): number {
  const slot = slotOf(table, hash, other)
  return slot === NONE ? 0 : table.slots[slot + TokenSlot.Number]!
}

/** The smallest power of two that is not below `least`. */
export function powerOfTwo(least: number): number {
  let power = 4
  while (power < least) power *= 2
  return power
}
