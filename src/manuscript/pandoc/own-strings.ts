import { ownString } from '../../text/own-string.ts'

/**
 * A value whose strings are its own, not slices of the manuscript. Objects are changed where they stand, since a copy made
 * name by name takes half as much room again; arrays and maps are made anew, with no room to spare.
 */
export function ownStrings<T>(value: T): T {
  if (typeof value === 'string') return ownString(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ownStrings) as T
  if (value instanceof Map) {
    return new Map([...value].map(([key, inner]) => [ownStrings(key), ownStrings(inner)])) as T
  }
  const holder = value as Record<string, unknown>
  for (const name in holder) {
    const inner = holder[name]
    if (typeof inner === 'string' || (typeof inner === 'object' && inner !== null)) holder[name] = ownStrings(inner)
  }
  return value
}
