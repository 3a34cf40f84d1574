import { type Document, isMap, isScalar, isSeq, type Scalar } from 'yaml'
import type { MetadataString, Place } from '../front-matter.ts'
import { nameOf } from './plain-data.ts'
import { scalarOffsets } from './scalar-offsets.ts'

const MAX_DEPTH = 100

/**
 * Every string of the metadata with its place. Pandoc reads all of them as Markdown, except under names that end in an
 * underscore. What is repeated through an alias is listed where it is written; what has a tag of its own (`!expr`) is code.
 */
export function metadataStrings(document: Document, source: string, at: Place): MetadataString[] {
  const strings: MetadataString[] = []
  const visit = (node: unknown, path: readonly string[]): void => {
    if (path.length > MAX_DEPTH) return
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = nameOf(key)
        if (!name.endsWith('_')) visit(value, [...path, name])
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)])
    } else if (isScalar(node) && typeof node.value === 'string' && !node.tag?.startsWith('!')) {
      strings.push(metadataString(node as Scalar<string>, path, source, at))
    }
  }
  visit(document.contents, [])
  return strings
}

function metadataString(node: Scalar<string>, path: readonly string[], source: string, at: Place): MetadataString {
  const { value } = node
  const { start, end } = contentOf(node, source)
  const span = at(start, end)
  if (source.slice(start, end) === value) return { path, value, span }
  return {
    path,
    value,
    span,
    offsets: scalarOffsets(node, source.slice(start, end)).map(offset => at(start + offset, end).start),
  }
}

/** Where the text of a scalar stands: within its quotes, or below the header of a block. */
function contentOf({ type, range }: Scalar, source: string): { start: number; end: number } {
  const [start, end] = range ?? [0, 0]
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return { start: start + 1, end: Math.max(start + 1, end - 1) }
  if (type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL') return { start, end }
  const header = /[\r\n]/.exec(source.slice(start, end))
  if (!header) return { start: end, end }
  const lineEnd = source.startsWith('\r\n', start + header.index) ? 2 : 1
  return { start: start + header.index + lineEnd, end }
}
