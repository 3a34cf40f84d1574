import { type HtmlTag, isBlockTag, isVoidElement, readTag } from '../html.ts'
import { balancedEnd } from '../html-balance.ts'
import { blank, span } from '../inline/reader.ts'
import { blankLine, blankLines, skipBlanks } from '../scan.ts'
import { htmlAttributes } from './html-attributes.ts'
import { type BlockReader, collectFacts, nextIn, readBlocks } from './reader.ts'

const LONGEST_NAME = 40
const VERBATIM = new Set(['pre', 'style', 'script', 'textarea'])

/** An element that begins a block, with Markdown in it; a comment; or a tag by itself. */
export function readHtmlBlock(reader: BlockReader, index: number): number {
  const { text } = reader
  if (text.charCodeAt(index) !== 60) return -1
  const tag = tagAt(reader, index)
  if (!tag) return readWithBadAttributes(reader, index)
  if (!isBlockTag(tag)) return -1
  if (tag.kind === 'open') {
    if (VERBATIM.has(tag.name)) {
      const end = elementEnd(reader, index, tag.name)
      if (end >= 0) return noteRaw(reader, index, end)
    }
    return readElement(reader, tag, index)
  }
  if (tag.kind === 'comment') {
    const comment = { value: text.slice(index + 4, tag.end - 3), span: span(reader.inline, index, tag.end) }
    reader.inline.facts.push({ type: 'comment', comment })
  }
  return noteRaw(reader, index, tag.end)
}

/** A block's tag whose attributes are no names is raw with all up to its closing tag. */
function readWithBadAttributes(reader: BlockReader, index: number): number {
  const name = /^<([a-z][\w-]*)[\s/]/i.exec(reader.text.slice(index, index + LONGEST_NAME))?.[1]?.toLowerCase()
  if (name === undefined || !isBlockTag({ kind: 'open', name, end: -1 })) return -1
  const end = elementEnd(reader, index, name)
  return end < 0 ? -1 : noteRaw(reader, index, end)
}

function noteRaw(reader: BlockReader, start: number, end: number): number {
  blank(reader.inline, start, end)
  const after = skipBlanks(reader.text, end)
  const blanks = blankLines(reader.text, after)
  return blanks < 0 ? after : blanks
}

function readElement(reader: BlockReader, tag: HtmlTag, index: number): number {
  const { text, inline, environment } = reader
  const isDiv = tag.name === 'div'
  let first = skipBlanks(text, tag.end)
  let indent = 0
  const below = blankLine(text, first)
  if (isDiv) {
    const blanks = blankLines(text, tag.end)
    first = blanks < 0 ? tag.end : blanks
  } else if (below >= 0) {
    const content = skipBlanks(text, below)
    indent = content - below
    first = content
  }
  blank(inline, index, tag.end)
  const around = environment.htmlElement
  environment.htmlElement = tag.name
  environment.nesting++
  let end = first
  const selfClosing = text.charCodeAt(tag.end - 2) === 47 || isVoidElement(tag.name)
  const content = collectFacts(reader, () => {
    if (isDiv || !selfClosing) end = readContent(reader, tag.name, first, indent)
  })
  environment.nesting--
  environment.htmlElement = around
  const closer = closerAt(reader, tag.name, skipIndent(text, end, indent))
  const after = closer?.end ?? end
  const attributes = htmlAttributes(reader.source, index, tag.end, span(inline, index, Math.min(after, text.length)))
  if (isDiv && attributes) inline.facts.push({ type: 'attributes', attributes })
  for (const fact of content) inline.facts.push(fact)
  if (closer) blank(inline, closer.end - tag.name.length - 3, closer.end)
  return after
}

/** Blocks up to the closing tag, which may be indented as the first of them is. */
function readContent(reader: BlockReader, name: string, index: number, indent: number): number {
  const { text } = reader
  let at = index
  while (at < text.length) {
    const start = skipIndent(text, at, indent)
    if (closerAt(reader, name, start)) return at
    const next = readBlocks({ ...reader, block: once(reader) }, start, () => false)
    if (next <= at) return at
    at = next
  }
  return at
}

/** Reads one block and no more. */
function once(reader: BlockReader) {
  let done = false
  return (inner: BlockReader, index: number): number => {
    if (done) return -1
    done = true
    return reader.block({ ...inner, block: reader.block }, index)
  }
}

const skipIndent = (text: string, index: number, indent: number): number => {
  let at = index
  while (at < index + indent && text.charCodeAt(at) === 32) at++
  return at
}

function closerAt(reader: BlockReader, name: string, index: number): HtmlTag | undefined {
  if (!reader.text.startsWith('</', index)) return undefined
  const tag = tagAt(reader, index)
  return tag?.kind === 'close' && tag.name === name ? tag : undefined
}

/** The index after the element of that name that begins at `index`, or -1; what follows may yet close it. */
function elementEnd({ text, inline, environment }: BlockReader, index: number, name: string): number {
  let known = inline.elements.get(name)
  if (!known) inline.elements.set(name, (known = new Map()))
  const end = balancedEnd(text, index, name, known)
  if (end < 0) for (const mark of '<>"\'') environment.needles.add(mark)
  return end
}

const tagAt = (reader: BlockReader, index: number): HtmlTag | undefined =>
  readTag(reader.text, index, reader.text.length, nextIn(reader))
