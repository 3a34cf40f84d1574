/**
 * The same value with strings of its own. A slice of a long string keeps all of that alive, and each change of a
 * manuscript makes a new long string.
 */
export function ownStrings(value: unknown): unknown {
  if (typeof value === 'string') return value.length < SHARED_FROM ? value : ` ${value}`.slice(1)
  if (Array.isArray(value)) return value.map(ownStrings)
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [ownStrings(key), ownStrings(inner)]))
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = ownStrings((value as Record<string, unknown>)[key])
  return copy
}

/** Shorter slices are copies already. */
const SHARED_FROM = 13
