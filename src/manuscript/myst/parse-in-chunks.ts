import type { Nodes, Root, RootContent } from 'mdast'
import { memoByText } from '../../text/memo.ts'
import { appendix } from './appendix.ts'
import { normaliseLabel } from './links.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** The least length of what is parsed by itself; parsing takes time that grows faster than the text. */
const LENGTH = 8_192

/**
 * The tree that `parseMarkdown` gives, put together from trees of parts of the text; only offsets in it are kept right.
 * A text is parted before a line that begins with neither blank nor list marker, behind a blank line, where the parser
 * shows that nothing goes on: a letter put there begins a paragraph. Definitions of other parts are put before each part
 * that names them. Parts are kept by their text, so that a changed text costs the parts that changed.
 */
export function parseInChunks(text: string, length = LENGTH): Root {
  const chunks = chunksOf(text, length)
  const known = chunks.map(({ tree }) => labelsIn(tree))
  const links = new Set(known.flatMap(labels => [...labels.links]))
  const footnotes = new Set(known.flatMap(labels => [...labels.footnotes]))
  const children = chunks.flatMap(({ start, text: part, tree }, index) => {
    const own = known[index]!
    const others = appendix(part, {
      links: new Set([...links].filter(label => !own.links.has(label))),
      footnotes: new Set([...footnotes].filter(label => !own.footnotes.has(label))),
    })
    const blocks = others === '' ? tree.children : withDefinitions(part, others, start + part.length >= text.length)
    return blocks.map(node => moved(node, start))
  })
  return { type: 'root', children, position: { start: pointAt(0), end: pointAt(text.length) } }
}

interface Chunk {
  readonly start: number
  readonly text: string
  readonly tree: Root
}

function chunksOf(text: string, length: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let start = 0; start < text.length || chunks.length === 0; ) {
    let wanted = length
    let chunk: Chunk | undefined
    while (!chunk) {
      const end = boundaryFrom(text, start + wanted)
      const part = text.slice(start, end)
      const tree = end < text.length ? sealed(part).tree : parseMarkdown(part)
      if (tree) chunk = { start, text: part, tree }
      wanted *= 2
    }
    chunks.push(chunk)
    start += chunk.text.length || 1
  }
  return chunks
}

/** Before a line that goes on with nothing above it: behind a blank line, and it begins with no blank and with no block that holds others. */
const BOUNDARY = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)(?=[^\s*+\-\d:>[]|\[[^^])/g

function boundaryFrom(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  BOUNDARY.lastIndex = offset
  const found = BOUNDARY.exec(text)
  return found ? found.index + found[0].length : text.length
}

/** The tree of a part, or nothing when what stands behind the part would belong to a block of it. */
const sealed = memoByText((part): { readonly tree: Root | undefined } => {
  const tree = parseMarkdown(`${part}x`)
  const probe = tree.children.at(-1)
  const closes = probe?.type === 'paragraph' && probe.position!.start.offset === part.length
  return { tree: closes ? { ...tree, children: tree.children.slice(0, -1) } : undefined }
}, 128)

/** The blocks of a part that is parsed with definitions before it; a paragraph between keeps them apart. */
function withDefinitions(part: string, definitions: string, isLast: boolean): RootContent[] {
  const before = `${definitions.trim()}\n\nx\n\n`
  const end = before.length + part.length
  return parseMarkdown(before + part + (isLast ? '' : 'x'))
    .children.filter(({ position }) => position!.start.offset! >= before.length && position!.start.offset! < end)
    .map(node => moved(node, -before.length))
}

interface Labels {
  readonly links: ReadonlySet<string>
  readonly footnotes: ReadonlySet<string>
}

function labelsIn(tree: Root): Labels {
  const links = new Set<string>()
  const footnotes = new Set<string>()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') links.add(normaliseLabel(node.label ?? node.identifier))
    else if (node.type === 'footnoteDefinition') footnotes.add(normaliseLabel(`^${node.label ?? node.identifier}`))
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return { links, footnotes }
}

function moved<Node extends Nodes | RootContent>(node: Node, by: number): Node {
  const position = node.position && {
    start: pointAt(node.position.start.offset! + by),
    end: pointAt(node.position.end.offset! + by),
  }
  if (!('children' in node)) return { ...node, position }
  return { ...node, position, children: node.children.map(child => moved(child as RootContent, by)) } as Node
}

const pointAt = (offset: number): { line: number; column: number; offset: number } => ({ line: 1, column: 1, offset })
