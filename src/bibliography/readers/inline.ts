import type { Span, Spanned } from '../../text/span.ts'
import { toCslItem } from '../csl-item.ts'
import { lazyReference } from '../make-reference.ts'
import { markdownFields } from '../markdown-text.ts'
import type { Reference } from '../reference.ts'

/**
 * The references that a manuscript's own metadata holds (`references:`), from plain data and the place of each item.
 * With the manuscript's `text` the citekeys have their exact place. Items without an id cannot be cited and are left out.
 */
export function inlineReferences(
  items: readonly Spanned<Readonly<Record<string, unknown>>>[],
  uri: string,
  text = '',
): Reference[] {
  return items.flatMap(({ value, span }) => {
    const { id } = value
    const citekey = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : ''
    if (!citekey) return []
    return [
      lazyReference(citekey, uri, span, idSpan(text, span, citekey), () => markdownFields(toCslItem(citekey, value))),
    ]
  })
}

/** Where the value of `id:` stands in an item, else the whole item. */
export function idSpan(text: string, span: Span, citekey: string): Span {
  const source = text.slice(span.start, Math.min(span.end, span.start + 100_000))
  for (const found of source.matchAll(/(?:^|[{,\n-])[ \t]*["']?id["']?[ \t]*:[ \t]*(["']?)/g)) {
    const start = found.index + found[0].length
    if (source.startsWith(citekey, start))
      return { start: span.start + start, end: span.start + start + citekey.length }
  }
  return span
}
