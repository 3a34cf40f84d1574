import type { Attributes } from '../../reading.ts'
import { type Source, spanOf } from '../source.ts'

const ATTRIBUTE = /\s([\p{L}][\p{L}\p{N}:_-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu

/** The attributes in an opening tag that stands from `start` up to `end`. */
export function htmlAttributes(
  source: Source,
  start: number,
  end: number,
  of: Attributes['of'],
): Attributes | undefined {
  const tag = source.text.slice(start, end)
  let id: Attributes['id']
  let classes: readonly string[] = []
  const values = new Map<string, { value: string; span: Attributes['of'] }>()
  for (const found of tag.matchAll(ATTRIBUTE)) {
    const value = found[2] ?? found[3] ?? found[4] ?? ''
    const quote = found[4] === undefined ? 1 : 0
    const valueEnd = start + found.index + found[0].length - quote
    const spanned = { value, span: spanOf(source, valueEnd - value.length, valueEnd) }
    if (found[1] === 'id') id = spanned
    else if (found[1] === 'class') classes = value.split(/\s+/).filter(Boolean)
    else values.set(found[1]!, spanned)
  }
  if (!id && classes.length === 0 && values.size === 0) return undefined
  return { element: 'div', span: spanOf(source, start, end), of, ...(id ? { id } : {}), classes, values }
}
