import { isAsciiLetter } from '../../text/ascii.ts'
import { plainText } from '../readers/bibtex/latex.ts'
import { foldGreek, greekName, withoutFormulas } from './greek.ts'

/** Called for each word with its folded letters, which stand in `letters` up to `length` until the next call. */
export type TokenVisitor = (letters: Uint16Array, length: number, hash: number) => void

/** Words longer than this are cut: nobody types them, and they are no words. */
export const LONGEST = 60

const letters = new Uint16Array(LONGEST)
/** The letters of the present word that are also written as two: how many, where each is, and what comes after it then. */
const umlauts = { count: 0, places: new Uint8Array(LONGEST), seconds: new Uint16Array(LONGEST) }
const spelt = new Uint16Array(LONGEST)

/** What {@link FOLDED} has for what is no plain letter: ends a word, needs the slow way, is one of {@link UMLAUTS}, vanishes in LaTeX. */
const ENDS = 0
const SLOW = 1
const UMLAUT = 2
const SIGN = 3
/** Lower-case letter without accent of each code below 0x180. */
const FOLDED = foldTable()

/** The hash of letters, from that of those before the last. */
export const hashWith = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/**
 * Cuts a text from `start` to `end` into words of letters and digits, without case and accents; braces of LaTeX vanish, its
 * accents are passed over. With `spellOut` a word with umlauts is given a second time, as German and Nordic names are
 * written without them: `müller` as `mueller`.
 */
export function visitTokens(
  text: string,
  start: number,
  end: number,
  isLatex: boolean,
  spellOut: boolean,
  visit: TokenVisitor,
): void {
  // What a module or a closure holds is slow to look at for each letter, and a call makes it be looked at anew.
  const folds = FOLDED
  const word = letters
  let length = 0
  let hash = 0
  for (let position = start; position <= end; position++) {
    let code = 0
    let folded = ENDS
    for (; position < end; position++) {
      code = text.charCodeAt(position)
      folded = code < 0x180 ? folds[code]! : isSeparator(code) ? ENDS : SLOW
      if (folded <= SIGN) break
      if (length === LONGEST) continue
      word[length++] = folded
      hash = hashWith(hash, folded)
    }
    if (position < end) {
      if (isLatex && folded === SIGN) continue
      let added: string | undefined
      if (isLatex && code === BACKSLASH) {
        const command = commandAt(text, position + 1)
        position += command.length
        if (ACCENT_COMMANDS.has(command)) {
          if (isAsciiLetter(command.charCodeAt(0)) && text.charCodeAt(position + 1) === SPACE) position++
          if (command === '"' && UMLAUT_BASE.test(text.slice(position + 1, position + 4))) noteUmlaut(length, 'e')
          continue
        }
        if (JOINING_COMMANDS.has(command)) continue
        added = LETTER_COMMANDS.get(command)
        // A Greek letter is a word, and ends the one before it.
        const greek = added === undefined ? greekName(command) : undefined
        if (greek !== undefined) {
          if (length > 0) visit(word, length, hash)
          umlauts.count = 0
          hash = 0
          for (length = 0; length < greek.length; length++) {
            word[length] = greek.charCodeAt(length)
            hash = hashWith(hash, word[length]!)
          }
        }
      } else if (folded === UMLAUT) {
        const [letter, second] = UMLAUTS.get(code | 0x20)!
        noteUmlaut(length, second!)
        added = letter
      } else if (folded === SLOW) {
        umlauts.count = 0
        visitSlowly(text.slice(start, end), isLatex, spellOut, visit)
        return
      }
      if (added !== undefined) {
        for (let at = 0; at < added.length && length < LONGEST; at++) {
          word[length++] = added.charCodeAt(at)
          hash = hashWith(hash, added.charCodeAt(at))
        }
        continue
      }
    }
    if (length > 0) visit(word, length, hash)
    if (umlauts.count > 0) {
      if (spellOut) visitSpeltOut(length, visit)
      umlauts.count = 0
    }
    length = 0
    hash = 0
  }
}

/** Letters that may be written as two, to these: German and Danish ones with e. */
const UMLAUTS = new Map([
  [0xe4, 'ae'],
  [0xf6, 'oe'],
  [0xfc, 'ue'],
  [0xf8, 'oe'],
  [0xe5, 'aa'],
])
/** What stands after an umlaut command of LaTeX. */
const UMLAUT_BASE = /^ ?\{?[aou]/i

function noteUmlaut(place: number, second: string): void {
  if (place >= LONGEST || umlauts.count === LONGEST) return
  umlauts.places[umlauts.count] = place
  umlauts.seconds[umlauts.count++] = second.charCodeAt(0)
}

/** Gives the word in `letters` with its umlauts as two letters. */
function visitSpeltOut(length: number, visit: TokenVisitor): void {
  let at = 0
  let hash = 0
  for (let place = 0, umlaut = 0; place < length && at < LONGEST; place++) {
    spelt[at++] = letters[place]!
    hash = hashWith(hash, letters[place]!)
    if (umlaut === umlauts.count || umlauts.places[umlaut] !== place) continue
    const second = umlauts.seconds[umlaut++]!
    if (at === LONGEST) break
    spelt[at++] = second
    hash = hashWith(hash, second)
  }
  visit(spelt, at, hash)
}

const BACKSLASH = 92
const SPACE = 32

/** Commands that only put an accent on the letter after them. */
const ACCENT_COMMANDS = new Set([...'"\'`^~=.uvHckdbrt'])

/** Commands that a word may go on after, as in `CO\textsubscript{2}`. */
const JOINING_COMMANDS = new Set(
  'textsubscript textsuperscript ensuremath mathrm mathit text textit textbf textsc textrm emph'.split(' '),
)

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

/** The same with all of Unicode. Words that the fast way has given already are given again. */
function visitSlowly(text: string, isLatex: boolean, spellOut: boolean, visit: TokenVisitor): void {
  const plain = (isLatex ? withoutFormulas(plainText(text)) : text).normalize('NFC')
  const out = spellOut ? plain.replace(/[äöüøå]/gi, letter => UMLAUTS.get(letter.toLowerCase().charCodeAt(0))!) : plain
  for (const word of [...wordsOf(plain), ...(out === plain ? [] : wordsOf(out))]) {
    let hash = 0
    for (let index = 0; index < word.length; index++) {
      letters[index] = word.charCodeAt(index)
      hash = hashWith(hash, letters[index]!)
    }
    visit(letters, word.length, hash)
  }
}

/** The folded words of a text. */
export const wordsOf = (text: string): string[] =>
  (foldGreek(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(word => word.slice(0, LONGEST))

/** Marks and signs of the blocks that titles have them from. */
const isSeparator = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x206f) || (code >= 0x2190 && code <= 0x23ff) || (code >= 0x3000 && code <= 0x3003)

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x180)
  for (let code = 0; code < table.length; code++) {
    const character = String.fromCharCode(code)
    // Braces, and the signs of formulas: `CO$_2$` is looked for as CO2.
    if ('{}$_^'.includes(character)) table[code] = SIGN
    if (!/[\p{L}\p{N}]/u.test(character)) continue
    const folded = foldGreek(character)
    const isUmlaut = /[äöüøå]/i.test(character)
    table[code] = isUmlaut ? UMLAUT : folded.length === 1 ? folded.charCodeAt(0) : SLOW
  }
  return table
}

/**
 * Gives a name that has an umlaut as two letters as it may be written too, `mueller` as `muller`; nothing when there is no such
 * pair before a consonant. The letters are folded ones, of which the first `length` count.
 */
export function visitWithoutDigraphs(letters: Uint16Array, length: number, visit: TokenVisitor): void {
  let at = 1
  while (at < length - 1 && !isSecond(letters, at)) at++
  if (at >= length - 1) return
  let count = 0
  let hash = 0
  for (let place = 0; place < length; place++) {
    if (place > 0 && place < length - 1 && isSecond(letters, place)) continue
    shortened[count++] = letters[place]!
    hash = hashWith(hash, letters[place]!)
  }
  visit(shortened, count, hash)
}

const shortened = new Uint16Array(LONGEST)
const E = 101

/** Whether a letter is an e that belongs to the vowel before it: a consonant or a digit follows. */
function isSecond(letters: Uint16Array, at: number): boolean {
  if (letters[at] !== E) return false
  const before = letters[at - 1]
  const after = letters[at + 1]!
  return (before === 97 || before === 111 || before === 117) && after < 123 && after > 47 && !isVowel(after)
}

const isVowel = (letter: number): boolean =>
  letter === 97 || letter === E || letter === 105 || letter === 111 || letter === 117
