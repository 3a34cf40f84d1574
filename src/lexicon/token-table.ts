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
  /** A number in the list of forms, or one of `FirstForm`. */
  Forms = 3,
  /** So many numbers a slot. */
  Size = 4,
}

/** What may stand instead of a form that is the token alone. */
export enum FirstForm {
  None = 0,
  /** No form begins with the token either. */
  BeginsNothing = -1,
}

/** Instead of the place of a slot or an edge: it is not there. */
export enum Place {
  None = -1,
}

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
    slots: new Int32Array(capacity * TokenSlot.Size),
  }
  const { seen, slots } = table
  for (let index = 0; index < numbers.length; index++) {
    const hash = hashes[index]!
    const other = others[index]!
    const mask = capacity - 1
    let slot = (hash & mask) * TokenSlot.Size
    while (
      slots[slot + TokenSlot.Number] !== 0 &&
      (slots[slot + TokenSlot.Hash] !== hash || slots[slot + TokenSlot.Other] !== other)
    ) {
      slot = (slot + TokenSlot.Size) & (slots.length - 1)
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

/** The slot of a token, or `Place.None`. */
export function slotOf(table: TokenTable, hash: number, other: number): number {
  const bit = other & (table.seen.length * 32 - 1)
  return (table.seen[bit >>> 5]! & (1 << (bit & 31))) === 0 ? Place.None : lookedUp(table, hash, other)
}

/** The slot of a token that may well be in the table, or `Place.None`; `seen` is not asked. */
export function lookedUp({ slots }: TokenTable, hash: number, other: number): number {
  const end = slots.length - 1
  let slot = (hash << 2) & end
  while (slots[slot + TokenSlot.Number] !== 0) {
    if (slots[slot] === hash && slots[slot + TokenSlot.Other] === other) return slot
    slot = (slot + TokenSlot.Size) & end
  }
  return Place.None
}

/** The number of a token, or 0. */
export function numberOf(table: TokenTable, hash: number, other: number): number {
  const slot = slotOf(table, hash, other)
  return slot === Place.None ? 0 : table.slots[slot + TokenSlot.Number]!
}

/** The smallest power of two that is not below `least`. */
export function powerOfTwo(least: number): number {
  let power = 4
  while (power < least) power *= 2
  return power
}
