import { isScalar, type Node } from 'yaml'
import type { Span } from '../text/span.ts'

/** What a node of a YAML document says, as data. */
export const plain = (node: unknown): unknown => {
  if (isScalar(node)) return node.value
  return typeof node === 'object' && node !== null && 'toJSON' in node ? (node as Node).toJSON() : node
}

/** Where a node stands, in UTF-16 units; at the beginning when it stands nowhere. */
export function spanOf(node: unknown): Span {
  const range = (node as Node | undefined)?.range
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 }
}
