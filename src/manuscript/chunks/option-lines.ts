import { lastUpTo } from '../../text/sorted.ts'

/** The options in the comments that begin a chunk, `#| name: value`, without the comment signs. */
export interface OptionLines {
  readonly source: string
  /** The index in the text of the character at an index of `source`. */
  readonly placeOf: (index: number) => number
}

/** The sign of a comment in the languages that Quarto and knitr run, then a bar, with Quarto also behind a space; further lines are code. */
const OPTION_LINE = /([ \t]*(?:#|\/\/|%%?|--|!|\*)[ \t]*\| ?)([^\r\n]*)(?:\r\n|\n|\r|$)/y

/** Reads the option lines of the code from `start` to `end` of a text; nothing when it begins with none. */
export function optionLines(text: string, start: number, end: number): OptionLines | undefined {
  const lines: string[] = []
  const starts: number[] = []
  const places: number[] = []
  let length = 0
  for (let position = start; position < end; position = OPTION_LINE.lastIndex) {
    OPTION_LINE.lastIndex = position
    const found = OPTION_LINE.exec(text)
    if (!found) break
    const line = found[2]!
    lines.push(line)
    starts.push(length)
    places.push(position + found[1]!.length)
    length += line.length + 1
  }
  if (lines.length === 0) return undefined
  return {
    source: lines.join('\n'),
    placeOf: index => {
      const line = lastUpTo(starts, index)
      return places[line]! + (index - starts[line]!)
    },
  }
}
