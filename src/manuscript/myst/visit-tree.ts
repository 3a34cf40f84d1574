import type { Code, FootnoteDefinition, Heading, Nodes, Parent, PhrasingContent } from 'mdast'
import type { BlockKind } from '../manuscript.ts'
import type { Directive } from '../reading.ts'
import type { Collector } from './collector.ts'
import { contentOf, directiveOf } from './directive.ts'
import { type Definitions, endOf, linkReader, startOf } from './link-reader.ts'
import { normaliseLabel } from './links.ts'
import { type Piece, spanOf } from './place.ts'
import type { Known } from './scan-inlines.ts'

/** The beginning of a role of which the collector takes the content for prose. */
const SAYING = /\{abbr(?:eviation)?\}$/

/** Puts what a parsed piece holds into the collector; the bodies of directives are read as pieces of their own. */
export function visitTree(
  root: Nodes,
  piece: Piece,
  found: Collector,
  outer: Definitions,
  readBody: (body: Piece, definitions: Definitions) => void,
): void {
  const definitions = { links: new Map(outer.links), footnotes: new Set(outer.footnotes) }
  const { link, image, definition } = linkReader(piece, found, definitions.links)
  const texts: { node: Parent; kind: BlockKind }[] = []
  const bodies: Piece[] = []
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'root' && startOf(node) >= piece.text.length) continue
    switch (node.type) {
      case 'heading':
        heading(node)
        texts.push({ node, kind: 'heading' })
        break
      case 'paragraph':
        texts.push({ node, kind: 'paragraph' })
        break
      case 'tableCell':
        texts.push({ node, kind: 'cell' })
        break
      case 'code':
        codeOrDirective(node)
        break
      case 'html':
        html(node)
        break
      case 'definition':
        definition(node)
        break
      case 'footnoteDefinition':
        footnoteDefinition(node)
        open.push(...[...node.children].reverse())
        break
      default:
        if ('children' in node) open.push(...[...node.children].reverse())
    }
  }
  for (const { node, kind } of texts) inlines(node, kind)
  for (const body of bodies) readBody(body, definitions)

  function inlines(node: Parent, kind: BlockKind): void {
    const first = node.children[0]
    const last = node.children.at(-1)
    if (!first || !last) return
    const known: Known[] = []
    collectKnown(node, known)
    found.inlines(piece, kind, startOf(first), endOf(last), known)
  }

  /** Inline nodes that the scan must know of, outermost and in order. */
  function collectKnown(parent: Parent, known: Known[]): void {
    for (const node of parent.children as PhrasingContent[]) {
      const [start, end] = [startOf(node), endOf(node)]
      if (node.type === 'inlineCode') {
        known.push({ kind: 'code', start, end })
        if (!SAYING.test(piece.text.slice(Math.max(0, start - 16), start))) found.nonProse(spanOf(piece, start, end))
      } else if (node.type === 'html') {
        known.push({ kind: 'html', start, end })
        html(node)
      } else if (node.type === 'link' || node.type === 'linkReference') {
        known.push({ kind: 'link', start, end })
        link(node)
        hideCode(node)
      } else if (node.type === 'image' || node.type === 'imageReference') {
        known.push({ kind: 'image', start, end })
        image(node)
      } else if (node.type === 'footnoteReference') {
        known.push({ kind: 'footnote', start, end })
        found.footnotes.references.push({ label: node.label ?? node.identifier, span: spanOf(piece, start, end) })
        found.nonProse(spanOf(piece, start, end))
      } else if ('children' in node) collectKnown(node, known)
    }
  }

  function hideCode(parent: Parent): void {
    for (const node of parent.children as PhrasingContent[]) {
      if (node.type === 'inlineCode' || node.type === 'html') found.nonProse(spanOf(piece, startOf(node), endOf(node)))
      else if (node.type === 'image' || node.type === 'imageReference') image(node)
      else if ('children' in node) hideCode(node)
    }
  }

  function heading(node: Heading): void {
    const first = node.children[0]
    const text = first ? piece.text.slice(startOf(first), endOf(node.children.at(-1)!)) : ''
    const identifier = slug(text)
    const span = spanOf(piece, startOf(node), endOf(node))
    found.headings.push({ level: node.depth, text, span, ...(identifier ? { identifier } : {}) })
  }

  function codeOrDirective(node: Code): void {
    const [start, end] = [startOf(node), endOf(node)]
    const span = spanOf(piece, start, end)
    const read = directiveOf(piece, node)
    if (!read) {
      found.code.push(codeBlock(node))
      found.nonProse(span)
      return
    }
    const { directive, body, markdown, titled } = read
    found.directives.push(directive)
    if (directive.name === 'figure' || directive.name === 'image') figure(directive)
    if (directive.name === 'math') found.math.push({ span, display: true, content: directive.body })
    else if (!markdown) found.code.push({ ...codeBlock(node), content: directive.body })
    found.nonProse({ start: span.start, end: titled ? directive.argument.span.start : directive.body.start })
    found.nonProse({
      start: titled ? directive.argument.span.end : directive.body.end,
      end: markdown ? directive.body.start : span.end,
    })
    found.nonProse({ start: directive.body.end, end: span.end })
    if (!markdown) found.nonProse(directive.body)
    if (titled && directive.argument.value) bodies.push(titleOf(directive.argument))
    if (markdown) bodies.push(body)
  }

  function codeBlock(node: Code) {
    const [start, end] = [startOf(node), endOf(node)]
    const fence = /^(?:`{3,}|~{3,})([^\r\n]*)/.exec(piece.text.slice(start, end))
    const info = fence?.[1]?.trim() ?? ''
    const infoStart = start + (fence ? fence[0].length - fence[1]!.length + fence[1]!.indexOf(info) : 0)
    const content = fence ? contentOf(piece, node, start + fence[0].length, end) : undefined
    return {
      span: spanOf(piece, start, end),
      info: { value: info, span: spanOf(piece, infoStart, infoStart + info.length) },
      content: content ? spanOf(content, 0, content.text.length) : spanOf(piece, start, end),
    }
  }

  function figure({ argument, span }: Pick<Directive, 'argument' | 'span'>): void {
    if (!argument.value) return
    found.images.push({ span, text: argument.span, destination: argument, caption: '' })
  }

  function html(node: Nodes): void {
    const [start, end] = [startOf(node), endOf(node)]
    found.nonProse(spanOf(piece, start, end))
    for (const comment of piece.text.slice(start, end).matchAll(/<!--((?:(?!-->)[\s\S])*)-->/g)) {
      const from = start + comment.index + 4
      found.comments.push({ value: comment[1]!, span: spanOf(piece, from, from + comment[1]!.length) })
    }
  }

  function footnoteDefinition(node: FootnoteDefinition): void {
    const start = startOf(node)
    const close = piece.text.indexOf(']', start) + 1
    const span = spanOf(piece, start, close)
    definitions.footnotes.add(normaliseLabel(`^${node.label ?? node.identifier}`))
    found.note(node.label ?? node.identifier, spanOf(piece, start, endOf(node)))
    found.footnotes.definitions.push({ label: node.label ?? node.identifier, span })
    found.nonProse(spanOf(piece, start, close + 1))
  }

  /** The argument of a directive that is a title. */
  function titleOf({ value, span }: { value: string; span: { start: number } }): Piece {
    return { text: value, starts: [0], sources: [span.start] }
  }
}

/** The identifier that MyST makes of a heading's text. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
