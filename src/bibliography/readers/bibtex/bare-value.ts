import { type Report, shorten } from './cursor.ts'

const CLOSE = 125
const OPEN = 123
const QUOTE = 34

/** What may stand without braces or quotation marks: a number, or the name of a `@string`. */
const WORD = /[^\s={}",#%()]*/y
const BARE = /^[\p{L}\p{N}_:+-]*$/u

/** Tells of a value that ends where it should and that Pandoc still does not read; the four numbers are offsets of its name and of itself. */
export function reportBareValue(
  text: string,
  nameStart: number,
  nameEnd: number,
  start: number,
  end: number,
  report: Report,
): void {
  const first = text.charCodeAt(start)
  const last = text.charCodeAt(end - 1)
  const isDelimited = first === OPEN || first === QUOTE
  if (isDelimited ? last === CLOSE || last === QUOTE : isWord(text, start, end)) return
  const name = (): string => shorten(text.slice(nameStart, nameEnd))
  if (/#\s*$/.test(text.slice(Math.max(start, end - 80), end))) {
    report(`After “#” a part of the value of “${name()}” is missing. Delete the “#”.`, end - 1, end)
    return
  }
  WORD.lastIndex = start
  const word = isDelimited ? '' : WORD.exec(text)![0]
  if (!BARE.test(word))
    report(`The value of “${name()}” stands without braces. Put it in { }.`, start, start + word.length)
}

/** Whether a value is a number or a name of letters and digits alone, as nearly all are. */
function isWord(text: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isLetterOrDigit(text.charCodeAt(at))) at++
  return at === end
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122)
