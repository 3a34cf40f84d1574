import { detached } from './own-string.ts'

/**
 * The only cache: keeps the last result of `compute` for as long as every input is the same object or value.
 * With `same`, a result that equals the one before is dropped in its favour, so that what depends on it is not computed again.
 */
export function memo<Inputs extends readonly unknown[], Result>(
  compute: (...inputs: Inputs) => Result,
  same?: (before: Result, now: Result) => boolean,
): (...inputs: Inputs) => Result {
  let last: { inputs: Inputs; result: Result } | undefined
  return (...inputs) => {
    if (
      last &&
      last.inputs.length === inputs.length &&
      inputs.every((input, index) => Object.is(input, last!.inputs[index]))
    ) {
      return last.result
    }
    const result = compute(...inputs)
    last = { inputs, result: last && same?.(last.result, result) ? last.result : result }
    return last.result
  }
}

/** A property that is computed when first asked for, then kept. */
export function lazy<T>(compute: () => T): () => T {
  let value: { readonly kept: T } | undefined
  return () => (value ??= { kept: compute() }).kept
}

/** Keeps what `compute` makes of an object for as long as the object is in use. */
export function memoByObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const kept = new WeakMap<Key, { readonly value: Value }>()
  return key => {
    let known = kept.get(key)
    if (!known) kept.set(key, (known = { value: compute(key) }))
    return known.value
  }
}

/**
 * Keeps what `compute` makes of a text, for the texts asked about lately: at least `most` of them.
 * For work on the paragraphs of a manuscript, of which an edit changes one.
 */
export function memoByText<Value>(compute: (text: string) => Value, most = 20_000): (text: string) => Value {
  let lately = new Map<string, Value>()
  let before = new Map<string, Value>()
  return text => {
    const known = lately.get(text)
    if (known !== undefined) return known
    const own = detached(text)
    const value = before.get(text) ?? compute(own)
    if (lately.size >= most) {
      before = lately
      lately = new Map()
    }
    lately.set(own, value)
    return value
  }
}
