import { attributesOf, readAttributes } from '../attributes.ts'
import { blank, span } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd, runLength, skipBlanks } from '../scan.ts'
import { type BlockReader, collectFacts, readBlocks } from './reader.ts'

/** `::: {.class}` up to the `:::` that closes it, or to the end. */
export function readFencedDiv(reader: BlockReader, index: number): number {
  const { text, inline, environment } = reader
  if (!text.startsWith(':::', index)) return -1
  const infoStart = skipBlanks(text, index + runLength(text, index))
  const attributes = readAttributes(text, infoStart)
  let at = attributes?.end ?? wordEnd(text, infoStart)
  if (at === infoStart) return -1
  at = skipBlanks(text, at)
  if (text.charCodeAt(at) === 58) at += runLength(text, at)
  const first = blankLine(text, at)
  if (first < 0) return -1
  blank(inline, index, first - 1)
  environment.divLevel++
  environment.nesting++
  let end = index
  const content = collectFacts(reader, () => {
    end = readBlocks(reader, first, position => closesFencedDiv(text, position))
  })
  environment.nesting--
  environment.divLevel--
  if (attributes) {
    const of = span(inline, index, Math.min(text.length, lineEnd(text, end)))
    inline.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'div', of) })
  }
  for (const fact of content) inline.facts.push(fact)
  if (end >= text.length) return end
  const after = fenceEnd(text, end)
  blank(inline, end, after - 1)
  return after
}

/** Whether a line closes a fenced div. */
export const closesFencedDiv = (text: string, index: number): boolean => fenceEnd(text, index) >= 0

const fenceEnd = (text: string, index: number): number =>
  text.startsWith(':::', index) ? blankLines(text, index + runLength(text, index)) : -1

function wordEnd(text: string, index: number): number {
  let end = index
  while (end < text.length && !/[ \t\n]/.test(text.charAt(end))) end++
  return end
}
