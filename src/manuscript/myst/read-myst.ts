import { byPosition, without } from '../../text/span.ts'
import { type FrontMatter, isProse } from '../front-matter.ts'
import type { Reading } from '../reading.ts'
import { appendix } from './appendix.ts'
import { type Collector, collector } from './collector.ts'
import { guarded } from './guard.ts'
import { NO_DEFINITIONS } from './link-reader.ts'
import { parseInChunks } from './parse-in-chunks.ts'
import { linesOf, type Piece, wholeOf } from './place.ts'
import { prepare } from './prepare.ts'
import { visitTree } from './visit-tree.ts'

const MAX_DIRECTIVES = 20

/** Reads a manuscript as MyST Markdown (mystmd); offsets are those of `text`. Of the metadata, title and abstract are prose. */
export function readMyst(text: string, { span: head, strings }: Pick<FrontMatter, 'span' | 'strings'>): Reading {
  const found = collector(text)
  const inHead = strings.filter(isProse).map(({ span }) => span)
  if (head) for (const span of without(head, inHead)) found.nonProse(span)
  const body = head ? blank(text, head.start, head.end) : text
  readPiece({ ...wholeOf(text), text: body }, found)
  const reading = found.reading()
  if (inHead.length === 0) return reading

  const inMetadata = collector(text)
  for (const { start, end } of inHead) {
    readPiece(
      linesOf(wholeOf(text), start, end, line => /^[ \t]*/.exec(line)![0].length),
      inMetadata,
    )
  }
  const { blocks, nonProse } = inMetadata.reading()
  return {
    ...reading,
    blocks: [...blocks, ...reading.blocks],
    nonProse: [...nonProse, ...reading.nonProse].sort(byPosition),
  }
}

/** Reads a piece and the bodies of its directives. */
function readPiece(piece: Piece, found: Collector, depth = 0, outer = NO_DEFINITIONS): void {
  if (depth > MAX_DIRECTIVES) {
    found.tooDeep(piece)
    return
  }
  const prepared = prepare(piece.text)
  const { text: safe, passages } = guarded(prepared)
  for (const block of prepared.blocks) found.block(piece, block)
  for (const passage of passages) found.passage(piece, passage)
  const tree = parseInChunks(safe + appendix(safe, outer))
  visitTree(tree, { ...piece, text: safe }, found, outer, (body, definitions) =>
    readPiece(body, found, depth + 1, definitions),
  )
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
