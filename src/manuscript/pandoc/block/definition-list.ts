import { blankLine, blankLines, lineEnd } from '../scan.ts'
import { readItems } from './list.ts'
import { definitionStart } from './markers.ts'
import { readRun } from './paragraph.ts'
import { type BlockReader, collectFacts } from './reader.ts'
import { readTable } from './table.ts'

/** Terms, each on a line, with definitions below that begin with `:` or `~`. */
export function readDefinitionList(reader: BlockReader, index: number): number {
  let at = index
  while (at < reader.text.length && (at > index || isDefined(reader, at))) {
    const next = readTerm(reader, at)
    if (next < 0) break
    at = next
  }
  return at === index ? -1 : at
}

/** Whether a definition stands below the line; what looks like one may be the caption of a table. */
function isDefined(reader: BlockReader, index: number): boolean {
  const { text } = reader
  const next = lineEnd(text, index) + 1
  const after = blankLine(text, next)
  if (after < 0) return definitionStart(text, next) >= 0
  if (definitionStart(text, after) < 0) return false
  let isTable = false
  collectFacts(reader, () => {
    isTable = readTable(reader, after) >= 0
  })
  return !isTable
}

function readTerm(reader: BlockReader, index: number): number {
  const { text } = reader
  const end = lineEnd(text, index)
  const below = end + 1
  const blanks = blankLines(text, below)
  const first = blanks < 0 ? below : blanks
  if (definitionStart(text, first) < 0) return -1
  readRun(reader, 'definition-term', index, end)
  const after = readItems(reader, first, at => definitionStart(text, at), false)
  const trailing = blankLines(text, after)
  return trailing < 0 ? after : trailing
}
