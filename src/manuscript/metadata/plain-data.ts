import { type Document, isAlias, isMap, isScalar, isSeq } from 'yaml'

export type PlainData = string | number | boolean | null | PlainData[] | { [key: string]: PlainData }

const MAX_VALUES = 200_000
const MAX_DEPTH = 100

/**
 * A YAML document, or one node of it, as plain data whose objects have no prototype, so that `__proto__` is a name like any other.
 * Of two equal keys the last counts. Aliases are followed as far as the number of values and their nesting stay within bounds.
 */
export function plainData(
  document: Document,
  node: unknown = document.contents,
): { value: PlainData; problem?: string } {
  let values = 0
  let beyond = false

  const convert = (node: unknown, depth: number): PlainData => {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) {
      beyond = true
      return null
    }
    if (isAlias(node)) return convert(node.resolve(document), depth + 1)
    if (isSeq(node)) return node.items.map(item => (beyond ? null : convert(item, depth + 1)))
    if (isMap(node)) {
      const map: Record<string, PlainData> = Object.create(null)
      for (const { key, value } of node.items) {
        if (beyond) break
        map[nameOf(key)] = convert(value, depth + 1)
      }
      return map
    }
    return isScalar(node) ? scalar(node.value) : null
  }

  const value = convert(node, 0)
  return beyond ? { value, problem: TOO_MUCH } : { value }
}

/** The name of a key; one that is a list or a map has none and is written as YAML. */
export const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key))

const TOO_MUCH =
  'The metadata is nested too deeply or repeats itself through aliases (*name) too often; only a part was read. Write the values out.'

function scalar(value: unknown): PlainData {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? null : String(value)
}
