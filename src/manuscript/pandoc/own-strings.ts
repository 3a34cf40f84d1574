/**
 * A value whose strings are its own, not slices: a slice of a long string keeps all of that alive, and each change of a
 * manuscript makes a new long string. Objects are changed where they stand, since a copy made name by name takes half as
 * much room again; arrays and maps are made anew, with no room to spare.
 */
export function ownStrings<T>(value: T): T {
  if (typeof value === 'string') return own(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ownStrings) as T
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [own(key), ownStrings(inner)])) as T
  const holder = value as Record<string, unknown>
  for (const name in holder) {
    const inner = holder[name]
    const owned = ownStrings(inner)
    if (owned !== inner || (typeof inner === 'string' && inner.length >= SHARED_FROM)) holder[name] = owned
  }
  return value
}

/** A name of an object is a string of its own, and the same one wherever it is written again. */
const own = (text: string): string => (text.length < SHARED_FROM ? text : Object.keys({ [text]: 0 })[0]!)

/** Shorter slices are copies already. */
const SHARED_FROM = 13
