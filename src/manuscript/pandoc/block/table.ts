import { readPipeTable } from './pipe-table.ts'
import type { BlockReader } from './reader.ts'

/** A table of any form, with the caption before or after it. */
export function readTable(reader: BlockReader, index: number): number {
  return readPipeTable(reader, index)
}
