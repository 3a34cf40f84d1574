import type { Reference } from './reference.ts'

type References = ReadonlyMap<string, Reference>

/**
 * The references of one bibliography laid over those of others, as a map that is not made anew from all keys when one of
 * the bibliographies changes. It has them in the order in which their keys come first.
 */
export class OverlaidMap implements References {
  readonly size: number
  readonly #lower: References
  readonly #upper: References
  readonly #shared: ReadonlySet<string>

  /** `shared` are the keys that both have; there are few of them. */
  constructor(lower: References, upper: References, shared: ReadonlySet<string>) {
    this.size = lower.size + upper.size - shared.size
    this.#lower = lower
    this.#upper = upper
    this.#shared = shared
  }

  get(citekey: string): Reference | undefined {
    return this.#upper.get(citekey) ?? this.#lower.get(citekey)
  }

  has(citekey: string): boolean {
    return this.#upper.has(citekey) || this.#lower.has(citekey)
  }

  *values(): Generator<Reference, undefined> {
    const hasNone = this.#shared.size === 0
    for (const reference of this.#lower.values())
      yield hasNone || !this.#shared.has(reference.citekey) ? reference : this.#upper.get(reference.citekey)!
    for (const reference of this.#upper.values()) if (hasNone || !this.#shared.has(reference.citekey)) yield reference
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

  forEach(visit: (reference: Reference, citekey: string, map: References) => void): void {
    for (const reference of this.values()) visit(reference, reference.citekey, this)
  }
}

/** The references below that have a key of those above, each with the one that counts; found by the smaller of the two. */
export function overlaps(
  lower: References,
  upper: References,
): { readonly reference: Reference; readonly by: Reference }[] {
  const found: { reference: Reference; by: Reference }[] = []
  if (lower.size < upper.size) {
    for (const reference of lower.values()) {
      const by = upper.get(reference.citekey)
      if (by) found.push({ reference, by })
    }
  } else {
    for (const by of upper.values()) {
      const reference = lower.get(by.citekey)
      if (reference) found.push({ reference, by })
    }
  }
  return found
}
