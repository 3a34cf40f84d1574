import type { Reference } from './reference.ts'

/** Numbers of citekeys; those of one bibliography keep theirs while it is read again and again. */
export interface KeyNumbers {
  /** Grows with keys that come later, of which an earlier bibliography has none. */
  readonly byKey: ReadonlyMap<string, number>
  /** The number of the key of each reference of a list. */
  readonly at: Int32Array
}

/** In place of a place: no reference has the key. */
export const NOWHERE = -1

/**
 * References by citekey, as a map that is not made anew from keys when few of them have changed. Of references with one key
 * it has the last, in the order in which the keys come first.
 */
export class CitekeyMap implements ReadonlyMap<string, Reference> {
  readonly size: number
  readonly #list: readonly Reference[]
  readonly #numbers: KeyNumbers
  readonly #lasts: Int32Array
  readonly #firsts: ReadonlyMap<number, number>

  /**
   * `lasts` has by number of key the place of the last reference with it, or {@link NOWHERE}; `firsts` that of the first, of
   * keys that several have; `size` counts the keys.
   */
  constructor(
    list: readonly Reference[],
    numbers: KeyNumbers,
    { lasts, firsts, size }: { lasts: Int32Array; firsts: ReadonlyMap<number, number>; size: number },
  ) {
    this.size = size
    this.#list = list
    this.#numbers = numbers
    this.#lasts = lasts
    this.#firsts = firsts
  }

  get(citekey: string): Reference | undefined {
    const key = this.#numbers.byKey.get(citekey)
    const place = key === undefined ? NOWHERE : (this.#lasts[key] ?? NOWHERE)
    return place === NOWHERE ? undefined : this.#list[place]
  }

  has(citekey: string): boolean {
    return this.get(citekey) !== undefined
  }

  *values(): Generator<Reference, undefined> {
    const { at } = this.#numbers
    for (let place = 0; place < this.#list.length; place++) {
      const key = at[place]!
      if ((this.#firsts.get(key) ?? place) === place) yield this.#list[this.#lasts[key]!]!
    }
    return undefined
  }

  *keys(): Generator<string, undefined> {
    for (const { citekey } of this.values()) yield citekey
    return undefined
  }

  *entries(): Generator<[string, Reference], undefined> {
    for (const reference of this.values()) yield [reference.citekey, reference]
    return undefined
  }

  [Symbol.iterator]() {
    return this.entries()
  }

  forEach(visit: (reference: Reference, citekey: string, map: ReadonlyMap<string, Reference>) => void): void {
    for (const reference of this.values()) visit(reference, reference.citekey, this)
  }
}
