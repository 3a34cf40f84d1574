import { attributesOf, rawAttributeEnd, readAttributes } from '../attributes.ts'
import { type Environment, lookedTo } from '../environment.ts'
import { blank, span } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd, runLength, skipBlanks, smallIndent } from '../scan.ts'
import { noteChunkCaptions } from './chunk-captions.ts'
import { executableHeader } from './executable-chunk.ts'
import type { BlockReader } from './reader.ts'
import { isTextChunk, noteTextChunk } from './text-chunk.ts'

/** A code block between fences, with indices in its text. */
export interface FencedCode {
  readonly end: number
  readonly info: readonly [start: number, end: number]
  readonly content: readonly [start: number, end: number]
}

const GRAVE = 96
const TILDE = 126

/** Reads a fenced code block; without a closing fence there is none. */
export function readFencedCode(text: string, index: number, environment: Environment): FencedCode | undefined {
  const fence = smallIndent(text, index)
  if (fence < 0) return undefined
  const mark = text.charCodeAt(fence)
  if (mark !== GRAVE && mark !== TILDE) return undefined
  const length = runLength(text, fence)
  if (length < 3) return undefined
  const infoStart = skipBlanks(text, fence + length)
  const infoEnd = infoStringEnd(text, infoStart, environment)
  if (infoEnd < 0) return undefined
  const first = blankLine(text, infoEnd)
  if (first < 0) return undefined
  const unclosed = environment.unclosedFences.get(mark)
  const known = unclosed && first >= unclosed.from && length >= unclosed.length && unclosed.text === text
  for (let at = known ? text.length : first; at < text.length; at = lineEnd(text, at) + 1) {
    const close = closingFence(text, at, mark, length)
    if (close >= 0) {
      lookedTo(environment, text, close)
      return { end: close, info: [infoStart, infoEnd], content: [first, at] }
    }
  }
  if (!known) environment.unclosedFences.set(mark, { text, from: first, length })
  environment.needles.add(mark === GRAVE ? '```' : '~~~')
  return undefined
}

function closingFence(text: string, index: number, mark: number, length: number): number {
  const fence = smallIndent(text, index)
  if (fence < 0 || text.charCodeAt(fence) !== mark) return -1
  const run = runLength(text, fence)
  return run < length ? -1 : blankLines(text, fence + run)
}

/** A format, a language, attributes, or what a chunk's header holds: the index after it, or -1. */
function infoStringEnd(text: string, index: number, environment: Environment): number {
  if (environment.options.executableChunks) {
    const chunk = executableHeader(text, index)
    if (chunk >= 0) return chunk
  }
  const raw = rawAttributeEnd(text, index)
  if (raw >= 0) return raw
  let end = index
  while (end < text.length && !/[`{}\s]/.test(text.charAt(end))) end++
  const after = skipBlanks(text, end)
  return readAttributes(text, after)?.end ?? after
}

/** Reads a fenced code block as a block of the manuscript. */
export function noteFencedCode(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  const code = readFencedCode(text, index, reader.environment)
  if (!code) return -1
  const last = lineEnd(text, code.content[1])
  const [start, end] = trimmed(text, code.info)
  const whole = span(inline, index, last)
  const { executableChunks } = reader.environment.options
  const isText = executableChunks && isTextChunk(text.slice(start, end))
  inline.facts.push({
    type: 'code',
    code: {
      span: whole,
      info: { value: text.slice(start, end), span: span(inline, start, end) },
      content: span(inline, code.content[0], code.content[isText ? 0 : 1]),
    },
  })
  const brace = text.indexOf('{', start)
  const attributes = brace >= 0 && brace < end ? readAttributes(text, brace) : undefined
  if (attributes) {
    inline.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'code-block', whole) })
  }
  if (isText) noteTextChunk(reader, code, index, last)
  else if (executableChunks) noteChunkCaptions(reader, code, index, last)
  else blank(inline, index, last)
  return code.end
}

function trimmed(text: string, [start, end]: readonly [number, number]): readonly [number, number] {
  let last = end
  while (last > start && /\s/.test(text.charAt(last - 1))) last--
  return [start, last]
}
