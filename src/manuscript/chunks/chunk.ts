import type { Span, Spanned } from '../../text/span.ts'
import type { CodeBlock } from '../reading.ts'
import { optionLines } from './option-lines.ts'
import { partsOf } from './parts.ts'

/** An executable chunk: ```` ```{r fig-flow, echo=FALSE} ```` with its `#|` options. */
export interface Chunk {
  readonly block: CodeBlock
  readonly engine: string
  readonly label?: Spanned<string>
  /** By name; of the header and of `#|` lines, the latter taking precedence. Values as written, without quotes. */
  readonly options: ReadonlyMap<string, Spanned<string>>
}

/** The beginning of a chunk's header, up to the engine that its group names. */
export const CHUNK_HEADER = /^\{[ \t]*([A-Za-z][A-Za-z0-9_]*)(?=[\s,}])/

/** Reads a code block as a chunk, as knitr and Quarto do; nothing when it is not run. */
export function chunkOf(text: string, block: CodeBlock): Chunk | undefined {
  const { value, span } = block.info
  const header = CHUNK_HEADER.exec(value)
  if (!header || !value.trimEnd().endsWith('}')) return undefined
  const options = new Map<string, Spanned<string>>()
  let label: Spanned<string> | undefined

  const start = header[0].length
  const inside = value.slice(start, value.lastIndexOf('}'))
  for (const part of partsOf(inside)) {
    const option = /^([A-Za-z][\w.-]*)[ \t]*=[ \t]*/.exec(part.value)
    const from = span.start + start + part.start
    if (option) options.set(option[1]!, unquoted(part.value.slice(option[0].length), from + option[0].length))
    else if (!label && part.value) label = { value: part.value, span: { start: from, end: from + part.value.length } }
  }
  for (const [name, option] of commentOptions(text, block.content)) options.set(name, option)
  label = options.get('label') ?? label
  return { block, engine: header[1]!, options, ...(label ? { label } : {}) }
}

/** The `#| name: value` lines that begin the code of a chunk. */
export function* commentOptions(text: string, code: Span): Iterable<[string, Spanned<string>]> {
  const lines = optionLines(text, code.start, code.end)
  for (const { 0: line, 1: name, 2: value, index } of lines?.source.matchAll(OPTION) ?? [])
    yield [name!, unquoted(value!.trimEnd(), lines!.placeOf(index + line.length - value!.length))]
}

const OPTION = /^([A-Za-z][\w.-]*):(?:[ \t]+|$)(.*)/gm

function unquoted(value: string, start: number): Spanned<string> {
  const quoted = value.length > 1 && /^["']/.test(value) && value.endsWith(value[0]!)
  if (!quoted) return { value, span: { start, end: start + value.length } }
  return { value: value.slice(1, -1), span: { start: start + 1, end: start + value.length - 1 } }
}
