/** A row of a table with the place of each of its cells; `start` and `end` are offsets of the row. */
export interface Row {
  readonly cells: readonly string[]
  readonly start: number
  readonly end: number
  /** Where a quotation begins that is not closed, if there is one. */
  readonly unclosed?: number
}

/**
 * The rows of a table after RFC 4180; quotation marks may hold line ends. A quotation that is not closed, or over lines up
 * to a mark that closes no cell, ends with its line.
 */
export function* rowsOf(text: string, separator: string): Iterable<Row> {
  let position = 0
  while (position < text.length) {
    const start = position
    const cells: string[] = []
    let unclosed: number | undefined
    for (;;) {
      const { cell, end, isOpen } = readCell(text, position, separator)
      if (isOpen) unclosed ??= position
      cells.push(cell)
      position = end
      if (text[position] !== separator) break
      position++
    }
    const end = position
    if (text[position] === '\r') position++
    if (text[position] === '\n') position++
    if (cells.length > 1 || cells[0]!.trim() !== '') {
      yield { cells, start, end, ...(unclosed !== undefined && { unclosed }) }
    }
  }
}

function readCell(text: string, start: number, separator: string): { cell: string; end: number; isOpen?: true } {
  if (text[start] === '"') {
    let cell = ''
    let position = start + 1
    for (;;) {
      const quote = text.indexOf('"', position)
      if (quote < 0) break
      cell += text.slice(position, quote)
      if (text[quote + 1] !== '"') {
        const end = plainEnd(text, quote + 1, separator)
        const rest = text.slice(quote + 1, end)
        // a mark that a word follows opens the cell of a later line
        if (rest.trim() !== '' && cell.includes('\n')) break
        return { cell: cell + rest, end }
      }
      cell += '"'
      position = quote + 2
    }
    const end = plainEnd(text, start + 1, separator)
    return { cell: text.slice(start + 1, end), end, isOpen: true }
  }
  const end = plainEnd(text, start, separator)
  return { cell: text.slice(start, end), end }
}

function plainEnd(text: string, start: number, separator: string): number {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
