import { type AttributeList, attributesOf, readAttributes } from '../attributes.ts'
import { isPunctuationAt } from '../characters.ts'
import type { Fact } from '../facts.ts'
import { blank, span } from '../inline/reader.ts'
import { blankLines, lineEnd, smallIndent } from '../scan.ts'
import { isDashes } from './dashes.ts'
import { readGridTable } from './grid-table.ts'
import { readHeadlessMultilineTable, readMultilineTable } from './multiline-table.ts'
import { noteBlock } from './paragraph.ts'
import { readPipeTable } from './pipe-table.ts'
import { type BlockReader, collectFacts } from './reader.ts'
import { readSimpleTable } from './simple-table.ts'

/** Stands for a line of dashes among what was looked for. */
export const DASHES = 'dashes'

const FORMS = [readPipeTable, readMultilineTable, readSimpleTable, readHeadlessMultilineTable, readGridTable]

/** A table of any form, with the caption before or after it. */
export function readTable(reader: BlockReader, index: number): number {
  const { text, inline, environment } = reader
  const before = readCaption(reader, index)
  const start = before?.end ?? index
  let end = -1
  const cells = collectFacts(reader, () => {
    for (const read of FORMS) {
      end = read(reader, start)
      if (end >= 0) break
    }
  })
  if (isDashes(text, start) || isDashes(text, lineEnd(text, start) + 1)) environment.needles.add(DASHES)
  if (end < 0) return -1
  const blanks = blankLines(text, end)
  if (blanks >= 0) end = blanks
  const caption = before ?? readCaption(reader, end)
  for (const fact of caption?.facts ?? []) inline.facts.push(fact)
  for (const fact of cells) inline.facts.push(fact)
  return before ? end : (caption?.end ?? end)
}

interface Caption {
  readonly end: number
  readonly facts: readonly Fact[]
}

/** `: caption {#tbl:id}` or `Table: caption`, up to the blank lines after it. */
function readCaption(reader: BlockReader, index: number): Caption | undefined {
  const { text, inline } = reader
  const mark = smallIndent(text, index)
  if (mark < 0) return undefined
  const start = text.charCodeAt(mark) === 58 ? mark + 1 : /^[Tt]able:/.test(text.slice(mark, mark + 6)) ? mark + 6 : -1
  if (start < 0 || (start === mark + 1 && isPunctuationAt(text, start))) return undefined
  let at = start
  let attributes: AttributeList | undefined
  let end = -1
  const facts = collectFacts(reader, () => {
    while (at < text.length) {
      attributes = readAttributes(text, at)
      if (attributes && blankLines(text, attributes.end) >= 0) break
      const next = inline.inline(inline, at, text.length, 0)
      if (next < 0) break
      at = next
    }
    attributes = readAttributes(text, at)
    end = blankLines(text, attributes?.end ?? at)
    noteBlock(reader, 'caption', start, at)
    blank(inline, mark, start)
    if (!attributes) return
    const of = span(inline, mark, at)
    inline.facts.push({ type: 'attributes', attributes: attributesOf(reader.source, attributes, 'table-caption', of) })
    blank(inline, attributes.start, attributes.end)
  })
  return end < 0 ? undefined : { end, facts }
}
