import { lastUpTo } from '../../text/sorted.ts'

/** A text with blanks put in, and where each of its offsets was before. */
export interface Indented {
  readonly source: string
  readonly original: (offset: number) => number
}

/**
 * YAML in which quoted values and values in brackets that go on over several lines are indented below where they begin.
 * YAML 1.2 asks for that (section 8.2.2), and the parser here insists; libyaml, by which Pandoc reads, lets them go on at
 * the left margin. The blanks that begin such a line are no part of the value.
 */
export function indentContinuations(source: string): Indented {
  const inserted: Insertion[] = []
  for (let position = 0; position < source.length; ) {
    const value = matchAt(VALUE, source, position)
    const end = value ? flowEnd(source, position + value.length - 1) : position
    if (value) insertBetween(source, position, end, value.length - 1, inserted)
    position = value ? lineAfter(source, end) : afterLine(source, position)
  }
  return apply(source, inserted)
}

interface Insertion {
  readonly at: number
  readonly blanks: number
}

/** From a line's beginning to the quotation mark or bracket that begins its value. */
const VALUE =
  /[ \t]*(?:[-?:][ \t]+)*(?:(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s"'[{#&*!|>%@,](?:[^:\r\n]|:(?=\S))*):[ \t]+)?(?:[&!]\S*[ \t]+)*["'[{]/y
const BLOCK_SCALAR = /[^\r\n]*(?:^|[-:][ \t]+|[ \t])[|>][-+\d]*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)/y
const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y
const INDENTATION = /[ \t]*/y

function matchAt(pattern: RegExp, text: string, position: number): string | undefined {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0]
}

const lineAfter = (source: string, position: number): number => position + matchAt(LINE, source, position)!.length
const indentationAt = (source: string, position: number): number => matchAt(INDENTATION, source, position)!.length

/** The line after this one, or after the block scalar whose header it is: what stands in that is text. */
function afterLine(source: string, line: number): number {
  let position = lineAfter(source, line)
  if (matchAt(BLOCK_SCALAR, source, line) === undefined) return position
  const indentation = indentationAt(source, line)
  while (position < source.length) {
    const deeper = indentationAt(source, position)
    const blank = /[\r\n]/.test(source[position + deeper] ?? '\n')
    if (!blank && deeper <= indentation) break
    position = lineAfter(source, position)
  }
  return position
}

/** After the quoted text or the bracket that begins at `start`, or the end of the source when it is not closed. */
function flowEnd(source: string, start: number): number {
  const token =
    /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|(?<=[ \t\r\n])#[^\r\n]*|[[{]|[\]}]|[:,]|[^\s"'[\]{}:,]["'\w]*|\s+/y
  token.lastIndex = start
  for (let depth = 0; ; ) {
    const [found] = token.exec(source) ?? []
    if (found === undefined) return source.length
    if (found === '[' || found === '{') depth++
    else if (found === ']' || found === '}') depth--
    if (depth <= 0) return token.lastIndex
  }
}

function insertBetween(source: string, from: number, to: number, column: number, into: Insertion[]): void {
  for (let line = lineAfter(source, from); line < to; line = lineAfter(source, line)) {
    const indentation = indentationAt(source, line)
    if (indentation <= column) into.push({ at: line, blanks: column + 1 - indentation })
  }
}

function apply(source: string, inserted: readonly Insertion[]): Indented {
  const parts: string[] = []
  /** Where the text goes on after each insertion, and how much is inserted up to there; first, before all of them. */
  const ends = [0]
  const lengths = [0]
  let from = 0
  let length = 0
  for (const { at, blanks } of inserted) {
    parts.push(source.slice(from, at), ' '.repeat(blanks))
    length += blanks
    ends.push(at + length)
    lengths.push(length)
    from = at
  }
  const original = (offset: number): number => {
    const last = lastUpTo(ends, offset)
    const next = inserted[last + 1]
    return next ? Math.min(offset - lengths[last]!, next.at) : offset - lengths[last]!
  }
  return { source: parts.join('') + source.slice(from), original }
}
