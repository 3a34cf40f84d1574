import type { Change } from '../../text/change.ts'
import type { PandocOptions } from './environment.ts'
import { groupsBefore } from './line-groups.ts'
import { type Carried, LOOK_AHEAD, NEAR, type Piece, pieceReader, sameCarried } from './pieces.ts'
import { touchedLines } from './touched-lines.ts'

export interface Body {
  readonly text: string
  /** Where the body begins, after the front matter. */
  readonly start: number
  readonly pieces: readonly Piece[]
}

/** All pieces of a text. */
export function readPieces(text: string, start: number, before: Carried, options: PandocOptions): readonly Piece[] {
  const reader = pieceReader(text, start, options)
  const pieces: Piece[] = []
  let examples = before
  for (let at = start; at < text.length; ) {
    const piece = reader.read(at, examples)
    pieces.push(piece)
    examples = piece.after
    at += piece.length
  }
  return pieces
}

/**
 * The pieces of a changed text: those are kept whose reading cannot have looked at the change. What comes out is always
 * what `readPieces` would give.
 */
export function rereadPieces(
  old: Body,
  text: string,
  start: number,
  change: Change,
  before: Carried,
  options: PandocOptions,
): readonly Piece[] {
  const delta = change.newEnd - change.oldEnd
  const safe = groupsBefore(old.text, change.start, LOOK_AHEAD)
  const touched = touchedLines(old.text, text, change)
  const isKept = (piece: Piece, at: number): boolean =>
    at >= change.oldEnd ||
    (at + piece.length <= safe && at + piece.reach < change.start && !piece.needles.some(touched))
  const moved = (at: number): number => (at < change.start ? at : at >= change.oldEnd ? at + delta : -1)

  const pieces: Piece[] = []
  let reader: ReturnType<typeof pieceReader> | undefined
  let examples = before
  let position = start
  let index = 0
  let oldPosition = old.start
  while (position < text.length) {
    while (index < old.pieces.length && isBehind(oldPosition, position)) oldPosition += old.pieces[index++]!.length
    const known = index < old.pieces.length && moved(oldPosition) === position ? old.pieces[index]! : undefined
    if (
      known &&
      startsLine(text, position, start) &&
      sameCarried(known.before, examples) &&
      isKept(known, oldPosition)
    ) {
      pieces.push(known)
      examples = known.after
      position += known.length
      continue
    }
    reader ??= pieceReader(text, position, options, NEAR)
    const piece = reader.read(position, examples)
    pieces.push(piece)
    examples = piece.after
    position += piece.length
  }
  return pieces

  /** Whether an old piece begins before the place in the new text that reading has come to, or within the change. */
  function isBehind(at: number, now: number): boolean {
    const place = moved(at)
    return place < 0 || place < now
  }
}

const startsLine = (text: string, offset: number, first: number): boolean =>
  offset === first || isLineEnd(text.charCodeAt(offset - 1))

const isLineEnd = (code: number): boolean => code === 10 || code === 13
