import { blankLines } from '../scan.ts'
import { readBlockQuote } from './block-quote.ts'
import { readDefinitionList } from './definition-list.ts'
import { noteFencedCode } from './fenced-code.ts'
import { readFencedDiv } from './fenced-div.ts'
import { readFootnoteDefinition } from './footnote-definition.ts'
import { readHeading } from './heading.ts'
import { readHtmlBlock } from './html-block.ts'
import { readIndentedCode } from './indented-code.ts'
import { readLineBlock } from './line-block.ts'
import { readLinkDefinition } from './link-definition.ts'
import { readBulletList, readOrderedList } from './list.ts'
import { readMetadataBlock } from './metadata-block.ts'
import { readParagraph } from './paragraph.ts'
import { type BlockFunction, type BlockReader, DEEPEST_BLOCK } from './reader.ts'
import { readRule } from './rule.ts'
import { readTable } from './table.ts'
import { readTexBlock } from './tex-block.ts'

/** In the order in which Pandoc tries them. */
const KINDS: readonly BlockFunction[] = [
  noteFencedCode,
  readMetadataBlock,
  readBulletList,
  readFencedDiv,
  readHeading,
  readHtmlBlock,
  readTable,
  readIndentedCode,
  readTexBlock,
  readLineBlock,
  readBlockQuote,
  readRule,
  readOrderedList,
  readDefinitionList,
  readFootnoteDefinition,
  readLinkDefinition,
]

/** Any one block, or the blank lines before one. */
export function readBlock(reader: BlockReader, index: number): number {
  const blanks = blankLines(reader.text, index)
  if (blanks >= 0) return blanks
  forget(reader)
  if (reader.environment.nesting < DEEPEST_BLOCK) {
    for (const read of KINDS) {
      const end = read(reader, index)
      if (end >= 0) return end
    }
  }
  return readParagraph(reader, index)
}

/** What was remembered of one paragraph is of no use in the next. */
function forget({ inline }: BlockReader): void {
  if (inline.memo.size > 0) inline.memo.clear()
  if (inline.brackets.size > 0) inline.brackets.clear()
  if (inline.unclosedCode.size > 0) inline.unclosedCode.clear()
}
