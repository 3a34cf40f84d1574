enum Size {
  /** So many words at most: a manuscript has few thousand different ones. */
  Places = 4096,
}

/**
 * What was found out about words, by their two hashes. Every word has one place; one that takes the place of another lets that
 * be forgotten, so that this never grows.
 */
export class WordMemo<Value> {
  private readonly hashes = new Int32Array(Size.Places)
  private readonly others = new Int32Array(Size.Places)
  private readonly values: (Value | undefined)[]

  constructor() {
    this.values = new Array<Value | undefined>(Size.Places).fill(undefined)
  }

  /** What is known of a word; nothing when that was never found out, or is forgotten. */
  get(hash: number, other: number): Value | undefined {
    const place = hash & (Size.Places - 1)
    return this.hashes[place] === hash && this.others[place] === other ? this.values[place] : undefined
  }

  set(hash: number, other: number, value: Value): void {
    const place = hash & (Size.Places - 1)
    this.hashes[place] = hash
    this.others[place] = other
    this.values[place] = value
  }

  clear(): void {
    this.values.fill(undefined)
  }
}
