import { MERGE_CONFLICT } from '../../../text/conflict.ts'
import type { Problem } from '../../../text/span.ts'
import { type Steps, stepsOver } from '../../../text/steps.ts'
import { invisibleIn } from '../../visible-key.ts'
import { type FieldVisitor, readBody } from './body.ts'
import { type Cursor, cursorOn, lineEnd, type Report, shorten } from './cursor.ts'

/** What a pass over a BibTeX text tells of each entry; all numbers are offsets. */
export interface EntryVisitor {
  /** Before the fields of an entry. */
  begin(): void
  /** An entry with a citekey, after its fields. `body` is where its fields begin. */
  entry(type: string, start: number, end: number, keyStart: number, keyEnd: number, body: number): void
  field: FieldVisitor
  /** A `@string`: its name, and the place of its value. */
  string(name: string, valueStart: number, valueEnd: number): void
}

/** More problems than this in one file are not listed. */
export const MOST_PROBLEMS = 500

/**
 * Goes over a BibTeX or BibLaTeX text once. The grammar is Pandoc's; what it refuses is a problem, and reading goes on.
 * It begins `from` a place between entries, and ends where `isDone` says so of the place of an `@`.
 * An entry is never read in two steps.
 */
export function* scanBibtex(
  text: string,
  visitor: EntryVisitor,
  from = 0,
  isDone: (at: number) => boolean = () => false,
): Steps<Problem[]> {
  const problems: Problem[] = []
  const report: Report = (message, start, end) => {
    if (problems.length < MOST_PROBLEMS) problems.push({ message, span: { start, end } })
  }
  const cursor = cursorOn(text)
  let position = from
  const isStep = stepsOver(from)
  for (;;) {
    if (isStep(position)) yield position / text.length
    const at = text.indexOf('@', position)
    const comments = at >= 0 && isCommented(text, position, at)
    if (at < 0 || (!comments && isDone(at))) {
      reportConflicts(text, from, at < 0 ? text.length : at, report)
      return problems
    }
    if (comments) position = lineEnd(text, at)
    else position = readItem(cursor, at, visitor, report)
  }
}

const LETTERS = /[A-Za-z]*/y

/** What begins at an `@`; gives where to go on. */
function readItem(cursor: Cursor, at: number, visitor: EntryVisitor, report: Report): number {
  const { text } = cursor
  LETTERS.lastIndex = at + 1
  const type = LETTERS.exec(text)![0].toLowerCase()
  const open = cursor.skipSpace(at + 1 + type.length)
  const opening = text[open]
  if (type === 'comment') {
    if (opening === '{') return skipBraces(cursor, open, report)
    report(
      'Pandoc reads a comment in braces only, and refuses the file. Write @comment{…}, or % before the line.',
      at,
      at + 8,
    )
    return open
  }
  if (!type || (opening !== '{' && opening !== '(')) {
    report(
      'An “@” between the entries begins an entry for Pandoc, which then refuses the file. Put % before the line.',
      at,
      at + 1,
    )
    return at + 1
  }
  if (opening === '(') {
    report('This entry stands in ( ), which Pandoc does not read. Put it in { }.', open, open + 1)
  }
  const close = opening === '{' ? '}' : ')'
  if (type === 'preamble')
    return opening === '{'
      ? skipBraces(cursor, open, report)
      : readBody(
          cursor,
          open + 1,
          close,
          () => {},
          () => {},
        )
  if (type === 'string') {
    const define: FieldVisitor = (start, end, from, to) =>
      visitor.string(text.slice(start, end).toLowerCase(), from, to)
    return readBody(cursor, open + 1, close, define, report)
  }
  return readEntry(cursor, at, type, open + 1, close, visitor, report)
}

const KEY_END = /[\s,{}="]/g

function readEntry(
  cursor: Cursor,
  at: number,
  type: string,
  inside: number,
  close: string,
  visitor: EntryVisitor,
  report: Report,
): number {
  const { text } = cursor
  visitor.begin()
  const keyStart = cursor.skipSpace(inside)
  KEY_END.lastIndex = keyStart
  let keyEnd = KEY_END.exec(text)?.index ?? text.length
  const after = cursor.skipSpace(keyEnd)
  let body = after
  if (text[after] === ',') body = after + 1
  else if (text[after] === '=') {
    report('This entry has no citekey, so it cannot be cited. Write one and a comma after the brace.', at, inside)
    return readBody(cursor, keyStart, close, visitor.field, report)
  } else if (keyEnd > keyStart) {
    const spaced = keyWithSpaces(text, keyStart)
    if (spaced > 0) {
      keyEnd = spaced
      body = text.indexOf(',', spaced) + 1
      const key = shorten(text.slice(keyStart, keyEnd))
      report(
        `The citekey “${key}” has a space in it, so Pandoc refuses the file. Take the space out.`,
        keyStart,
        keyEnd,
      )
    } else {
      report(`A comma is missing after the citekey “${shorten(text.slice(keyStart, keyEnd))}”.`, keyStart, keyEnd)
    }
  }
  if (keyEnd === keyStart) {
    report('This entry has no citekey, so it cannot be cited. Write one after the brace.', at, inside)
    return readBody(cursor, body, close, visitor.field, report)
  }
  const hidden = isPlain(text, inside, keyEnd) ? undefined : invisibleIn(text, { start: inside, end: keyEnd })
  if (hidden) report(hidden.message, hidden.span.start, hidden.span.end)
  const end = readBody(cursor, body, close, visitor.field, report)
  visitor.entry(type, at, end, keyStart, keyEnd, body)
  return end
}

function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > 127) return false
  return true
}

const SPACED_KEY = /[^\s,{}="](?:[^\r\n,{}="]{0,200}[^\s,{}="])?(?=[ \t]*,)/y

/** The end of a citekey that has spaces in it, when a comma follows on its line. */
function keyWithSpaces(text: string, start: number): number {
  SPACED_KEY.lastIndex = start
  return SPACED_KEY.test(text) ? SPACED_KEY.lastIndex : -1
}

/** Over `{…}`; when it is not closed, that is told, and reading goes on at the next entry. */
function skipBraces(cursor: Cursor, open: number, report: Report): number {
  const { text } = cursor
  let depth = 1
  let position = open + 1
  const farthest = open + cursor.allowance()
  while (position < farthest) {
    const close = text.indexOf('}', position)
    if (close < 0) {
      report(
        'This brace is not closed, so Pandoc refuses the file. Put “}” where the comment or preamble ends.',
        open,
        open + 1,
      )
      break
    }
    for (let brace = text.indexOf('{', position); brace >= 0 && brace < close; brace = text.indexOf('{', brace + 1))
      depth++
    if (--depth === 0) return close + 1
    position = close + 1
  }
  cursor.spend(position - open)
  return cursor.nextEntry(open + 1)
}

/** Between entries a percent sign hides the rest of its line. */
function isCommented(text: string, from: number, at: number): boolean {
  for (let position = at - 1; position >= from; position--) {
    const character = text[position]
    if (character === '%') return true
    if (character === '\n' || character === '\r') return false
  }
  return false
}

/** A search for one character is several times faster than one for seven; in the part only, since most texts have none at all. */
function reportConflicts(text: string, from: number, to: number, report: Report): void {
  const part = text.slice(from, to)
  for (let found = part.indexOf('<'); found >= 0; found = part.indexOf('<', found + 1)) {
    const at = from + found
    if (!text.startsWith('<<<<<<< ', at) || (at > 0 && !/[\r\n]/.test(text[at - 1]!))) continue
    report(MERGE_CONFLICT, at, at + 7)
  }
}
