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
