import type { Scalar } from 'yaml'

/**
 * For each UTF-16 unit of a scalar's value, the offset in `content` (its source without quotes or block header) where it is
 * written. The source is walked in step with the value: escapes give one character, a folded line end gives a space or nothing.
 */
export function scalarOffsets({ type, value }: Pick<Scalar<string>, 'type' | 'value'>, content: string): number[] {
  const escapes = type === 'QUOTE_DOUBLE'
  const indentation = type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL' ? blockIndentation(value, content) : 0
  const offsets: number[] = []
  let position = afterIndentation(content, 0, indentation)

  for (let index = 0; index < value.length; ) {
    const wanted = value[index]!
    if (escapes) position = afterContinuations(content, position)
    if (!isBlank(wanted)) {
      while (isBlank(content[position])) position++
      if (escapes) position = afterContinuations(content, position)
    }
    const written = escapes && content[position] === '\\' ? escapeLength(content, position) : 0
    const units = written === 10 && wanted >= '\ud800' && wanted <= '\udbff' ? 2 : 1
    for (let unit = 0; unit < units; unit++) offsets.push(Math.min(position, content.length))
    index += units

    if (written) position += written
    else if (type === 'QUOTE_SINGLE' && content.startsWith("''", position)) position += 2
    else if (isLineEnd(content[position])) {
      position += content.startsWith('\r\n', position) ? 2 : 1
      position = afterIndentation(content, position, indentation)
    } else if (!isBlank(wanted) || isBlank(content[position])) position++
  }
  return offsets
}

const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r'
const isBlank = (character: string | undefined): boolean =>
  character === ' ' || character === '\t' || isLineEnd(character)

/** The indentation that a block scalar loses: what its first line has in the source and no longer has in the value. */
function blockIndentation(value: string, content: string): number {
  const firstLine = (text: string): number => /(?:^|[\r\n])( *)[^ \r\n]/.exec(text)?.[1]?.length ?? 0
  return firstLine(content) - firstLine(value)
}

function afterIndentation(content: string, position: number, indentation: number): number {
  let after = position
  while (after < position + indentation && content[after] === ' ') after++
  return after
}

/** A backslash at the end of a line in double quotes: the line end and the blanks that begin the next line vanish. */
function afterContinuations(content: string, position: number): number {
  let after = position
  while (content[after] === '\\' && isLineEnd(content[after + 1])) {
    after++
    while (isBlank(content[after])) after++
  }
  return after
}

/** How many characters an escape in double quotes takes (YAML 1.2, section 5.7). */
function escapeLength(content: string, position: number): number {
  switch (content[position + 1]) {
    case 'x':
      return 4
    case 'u':
      return 6
    case 'U':
      return 10
    default:
      return 2
  }
}
