import type { FrontMatter } from '../front-matter.ts'
import type { Reading } from '../reading.ts'
import { appendix } from './appendix.ts'
import { collector } from './collector.ts'
import { guarded } from './guard.ts'
import { type Definitions, NO_DEFINITIONS } from './link-reader.ts'
import { parseInChunks } from './parse-in-chunks.ts'
import { type Piece, wholeOf } from './place.ts'
import { prepare } from './prepare.ts'
import { visitTree } from './visit-tree.ts'

const MAX_DIRECTIVES = 20

/** Reads a manuscript as MyST Markdown (mystmd); offsets are those of `text`. Metadata is not read as Markdown. */
export function readMyst(text: string, frontMatter: Pick<FrontMatter, 'span'>): Reading {
  const found = collector(text)
  const head = frontMatter.span
  if (head) found.nonProse(head)
  const body = head ? blank(text, head.start, head.end) : text
  readPiece({ ...wholeOf(text), text: body }, 0, NO_DEFINITIONS)
  return found.reading()

  function readPiece(piece: Piece, depth: number, outer: Definitions): void {
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
      readPiece(body, depth + 1, definitions),
    )
  }
}

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
