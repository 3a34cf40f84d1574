import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Span } from '../text/span.ts'

/** Offset of a position; what is no position (negative, not a number, beyond the text) is taken as the nearest place there is. */
export function offset(document: TextDocument, position: unknown): number {
  const { line, character } = (position ?? {}) as { line?: unknown; character?: unknown }
  const at = document.offsetAt({ line: natural(line), character: natural(character) })
  const text = document.getText()
  return isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
}

/** Span of a range, in order whatever the order given. */
export function span(document: TextDocument, range: unknown): Span {
  const { start, end } = (range ?? {}) as { start?: unknown; end?: unknown }
  const [from, to] = [offset(document, start), offset(document, end)]
  return { start: Math.min(from, to), end: Math.max(from, to) }
}

const natural = (value: unknown): number =>
  typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), Number.MAX_SAFE_INTEGER) : 0

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
