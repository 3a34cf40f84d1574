import type { ScopedBlock } from '../manuscript/scopes.ts'

/** Where a cell stands: the number of its table, the offset at which its line begins, and how many bars stand before it. */
export interface CellPlace {
  readonly table: number
  readonly line: number
  readonly column: number
}

/** The places of the cells of a manuscript, given in order; a table ends at a blank line. */
export function placesInTables(text: string, cells: readonly ScopedBlock[]): readonly CellPlace[] {
  let table = 0
  let end = 0
  return cells.map(({ span }) => {
    if (/\n[ \t]*\r?\n/.test(text.slice(end, span.start))) table++
    end = span.end
    const line = text.lastIndexOf('\n', span.start - 1) + 1
    return { table, line, column: text.slice(line, span.start).split('|').length }
  })
}

/** What a cell says, without emphasis and bars. */
export const bareCell = ({ prose }: ScopedBlock): string => prose.replace(/[*_|]/g, ' ').trim()
