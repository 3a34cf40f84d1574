/** Where the delimiters of a BibTeX text stand; positions grow, so that a whole file costs one pass. */
export interface Cursor {
  readonly text: string
  /** The next `@type{` at the start of a line, at or after `position`; the end of the text when there is none. */
  nextEntry(position: number): number
  /** The next opening brace that no backslash precedes. */
  nextOpen(position: number): number
  /** Over white space and invisible characters. */
  skipSpace(position: number): number
  /** Called before reading on from an earlier place. */
  rewind(): void
  /** How far one more search for a closing delimiter may go; `spend` says how far one went in vain. */
  allowance(): number
  spend(distance: number): void
}

export function cursorOn(text: string): Cursor {
  let entry = -1
  let open = -1
  let patience = 4 * text.length

  return {
    text,
    nextEntry(position) {
      if (entry < position) entry = findEntry(text, position)
      return entry
    },
    nextOpen(position) {
      if (open < position) {
        do open = text.indexOf('{', Math.max(position, open + 1))
        while (open > 0 && text.charCodeAt(open - 1) === BACKSLASH)
        if (open < 0) open = text.length
      }
      return open
    },
    skipSpace(position) {
      let at = position
      for (;;) {
        const code = text.charCodeAt(at)
        if (code === 32 || (code >= 9 && code <= 13)) at++
        else if (code > 127 && isBlank(code)) at++
        else return at
      }
    },
    rewind() {
      entry = -1
      open = -1
    },
    allowance: () => (patience > 0 ? 1_000_000 : 4096),
    spend(distance) {
      patience -= distance
    },
  }
}

export const BACKSLASH = 92

/** White space beyond ASCII, and characters that cannot be seen. */
export const isBlank = (code: number): boolean =>
  code === 0xa0 ||
  code === 0xad ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x2060 ||
  code === 0x3000 ||
  code === 0xfeff

const ENTRY_START = /@[A-Za-z]+\s{0,8}[{(]/y

function findEntry(text: string, from: number): number {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    if (!startsLine(text, at)) continue
    ENTRY_START.lastIndex = at
    if (ENTRY_START.test(text)) return at
  }
  return text.length
}

function startsLine(text: string, position: number): boolean {
  for (let at = position - 1; at >= 0 && at > position - 80; at--) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return true
    if (code !== 32 && code !== 9) return false
  }
  return position < 80
}

/** The end of the line that `from` is on. */
export function lineEnd(text: string, from: number): number {
  const end = text.slice(from, from + 10_000).search(/[\r\n]/)
  if (end >= 0) return from + end
  const far = text.indexOf('\n', from)
  return far < 0 ? text.length : far
}

/** Called for each thing that BibTeX does not allow. */
export type Report = (message: string, start: number, end: number) => void

/** A name short enough for a message. */
export const shorten = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name)
