import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Parent } from 'mdast'
import type { Span } from '../../text/span.ts'
import type { Collector } from './collector.ts'
import { destinationAfter, normaliseLabel } from './links.ts'
import { type Piece, spanOf } from './place.ts'

/** What can be referred to inside a directive, by its normalised label. */
export interface Definitions {
  readonly links: ReadonlyMap<string, { readonly url: string; readonly span: Span }>
  /** Labels with their `^`. */
  readonly footnotes: ReadonlySet<string>
}

export const NO_DEFINITIONS: Definitions = { links: new Map(), footnotes: new Set() }

/** Readers of links, images and link definitions in a piece; `links` gathers what is defined. */
export function linkReader(piece: Piece, found: Collector, links: Map<string, { url: string; span: Span }>) {
  return { link, image, definition }

  function link(node: Link | LinkReference): void {
    const [start, end] = [startOf(node), endOf(node)]
    const inside = textOf(node, start)
    const base = { span: spanOf(piece, start, end), text: spanOf(piece, inside.start, inside.end) }
    if (node.type === 'linkReference') {
      const label = normaliseLabel(node.label ?? node.identifier)
      const target = links.get(label)
      found.links.push({
        ...base,
        reference: { value: label, span: base.span },
        ...(target ? { destination: { value: target.url, span: target.span } } : {}),
      })
    } else {
      const place = destinationAfter(piece.text, start, inside.end, end)
      const span = spanOf(piece, place.start, place.end)
      found.links.push({ ...base, destination: { value: node.url, span } })
    }
    found.nonProse(spanOf(piece, inside.end, end))
    if (inside.start === inside.end || piece.text[start] === '<') found.nonProse(base.span)
  }

  function image(node: Image | ImageReference): void {
    const [start, end] = [startOf(node), endOf(node)]
    const caption = node.alt ?? ''
    const close = Math.max(start + 2, piece.text.indexOf(']', start + 2 + Math.max(0, caption.length - 1)))
    const textEnd = Math.min(end, close)
    const base = { span: spanOf(piece, start, end), text: spanOf(piece, start + 2, textEnd), caption }
    const place = destinationAfter(piece.text, start, textEnd, end)
    if (node.type === 'image') {
      found.images.push({ ...base, destination: { value: node.url, span: spanOf(piece, place.start, place.end) } })
    } else {
      const label = normaliseLabel(node.label ?? node.identifier)
      const target = links.get(label)
      found.images.push({
        ...base,
        reference: { value: label, span: base.span },
        ...(target ? { destination: { value: target.url, span: target.span } } : {}),
      })
    }
    found.nonProse(base.span)
  }

  function definition(node: Definition): void {
    const span = spanOf(piece, startOf(node), endOf(node))
    const label = normaliseLabel(node.label ?? node.identifier)
    const destination = destinationOf(node)
    if (!links.has(label)) links.set(label, { url: node.url, span: destination })
    found.linkDefinitions.push({ label, span, destination: { value: node.url, span: destination } })
    found.nonProse(span)
  }

  function destinationOf(node: Definition) {
    const start = startOf(node)
    const colon = piece.text.indexOf(']:', start) + 2
    const from = colon + piece.text.slice(colon, endOf(node)).search(/\S/)
    const rest = /^<?[^\s>]*/.exec(piece.text.slice(from, endOf(node)))![0]
    return spanOf(piece, from + (rest.startsWith('<') ? 1 : 0), from + rest.length)
  }
}

export const startOf = (node: Nodes): number => node.position!.start.offset!
export const endOf = (node: Nodes): number => node.position!.end.offset!

function textOf(node: Parent, start: number): { start: number; end: number } {
  const first = node.children[0]
  const last = node.children.at(-1)
  return first && last
    ? { start: startOf(first as Nodes), end: endOf(last as Nodes) }
    : { start: start + 1, end: start + 1 }
}
