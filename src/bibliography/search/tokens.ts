import { fold } from '../../text/fold.ts'
import { plainText } from '../readers/bibtex/latex.ts'

/** Called for each word with its folded letters, which stand in `letters` up to `length` until the next call. */
export type TokenVisitor = (letters: Uint16Array, length: number, hash: number) => void

/** Words longer than this are cut: nobody types them, and they are no words. */
export const LONGEST = 60

const letters = new Uint16Array(LONGEST)

/** Lower-case letter without accent of each code below 0x180; 0 ends a word, 1 needs the slow way. */
const FOLDED = foldTable()
const ENDS = 0
const SLOW = 1

/**
 * Cuts a text from `start` to `end` into words of letters and digits, without case and accents; braces of LaTeX vanish, its
 * accents are passed over.
 */
export function visitTokens(text: string, start: number, end: number, isLatex: boolean, visit: TokenVisitor): void {
  let length = 0
  let hash = 0
  // No function in here takes part in counting: what a closure holds is slow to change.
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position)
    const folded = code < 0x180 ? FOLDED[code]! : isSeparator(code) ? ENDS : SLOW
    if (folded > SLOW) {
      if (length < LONGEST) {
        letters[length++] = folded
        hash = (Math.imul(hash, 31) + folded) | 0
      }
      continue
    }
    if (isLatex && (code === OPEN_BRACE || code === CLOSE_BRACE)) continue
    if (isLatex && code === BACKSLASH) {
      const command = commandAt(text, position + 1)
      position += command.length
      const accent = ACCENT_COMMANDS.has(command)
      if (accent && /[a-zA-Z]/.test(command) && text[position + 1] === ' ') position++
      const spelt = LETTER_COMMANDS.get(command)
      for (let at = 0; spelt !== undefined && at < spelt.length && length < LONGEST; at++) {
        letters[length++] = spelt.charCodeAt(at)
        hash = (Math.imul(hash, 31) + spelt.charCodeAt(at)) | 0
      }
      if (accent || spelt !== undefined) continue
    } else if (folded === SLOW) {
      visitSlowly(text.slice(start, end), isLatex, visit)
      return
    }
    if (length > 0) visit(letters, length, hash)
    length = 0
    hash = 0
  }
  if (length > 0) visit(letters, length, hash)
}

const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const BACKSLASH = 92

/** Commands that only put an accent on the letter after them. */
const ACCENT_COMMANDS = new Set([...'"\'`^~=.uvHckdbrt'])

/** Commands that stand for letters. */
const LETTER_COMMANDS = new Map(
  'ss ss|o o|O o|l l|L l|ae ae|AE ae|oe oe|OE oe|aa a|AA a|i i|j j|th th|TH th|dh d|DH d|dj d|DJ d'
    .split('|')
    .map(pair => pair.split(' ') as [string, string]),
)

function commandAt(text: string, start: number): string {
  let end = start
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++
  return text.slice(start, Math.max(end, start + 1))
}

const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** The same with all of Unicode. Words that the fast way has given already are given again. */
function visitSlowly(text: string, isLatex: boolean, visit: TokenVisitor): void {
  for (const word of wordsOf(isLatex ? plainText(text) : text)) {
    let hash = 0
    for (let index = 0; index < word.length; index++) {
      letters[index] = word.charCodeAt(index)
      hash = (Math.imul(hash, 31) + letters[index]!) | 0
    }
    visit(letters, word.length, hash)
  }
}

/** The folded words of a text. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(word => word.slice(0, LONGEST))

/** Marks and signs of the blocks that titles have them from. */
const isSeparator = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x206f) || (code >= 0x2190 && code <= 0x23ff) || (code >= 0x3000 && code <= 0x3003)

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x180)
  for (let code = 0; code < table.length; code++) {
    const character = String.fromCharCode(code)
    if (!/[\p{L}\p{N}]/u.test(character)) continue
    const folded = fold(character)
    table[code] = folded.length === 1 ? folded.charCodeAt(0) : SLOW
  }
  return table
}

/** Whether a text from `start` to `end` holds anything that {@link variantsOf} looks for; for most names this is the end of it. */
export function mayHaveVariants(text: string, start: number, end: number): boolean {
  let before = 0
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position)
    if (code === BACKSLASH || code > 0x7f) return true
    const letter = code | 32
    if (letter === 0x65 && (before === 0x61 || before === 0x6f || before === 0x75)) return true
    before = letter
  }
  return false
}

/** The other ways in which a German or Nordic name is written: `müller` as `mueller`, and the other way about. */
export function variantsOf(authors: string, isLatex: boolean): string {
  const text = isLatex && authors.includes('\\"') ? authors.replace(/\\"\s?\{?([aou])\}?/gi, '$1e') : authors
  if (UMLAUT.test(text)) return text.replace(UMLAUTS, letter => EXPANDED.get(letter.toLowerCase())!)
  if (text !== authors) return text
  return DIGRAPH.test(text) ? text.replace(DIGRAPHS, '$1') : ''
}

const EXPANDED = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ø', 'oe'],
  ['å', 'aa'],
])
const UMLAUT = /[äöüøå]/i
const UMLAUTS = /[äöüøå]/gi
const DIGRAPH = /[aou]e(?=[^aeiou\W])/i
const DIGRAPHS = /([aou])e(?=[^aeiou\W])/gi
