import { doubled } from '../text/doubled.ts'
import { copyUnits } from '../text/units.ts'
import { classify, folded, Kind, kinds, nameOf } from './characters.ts'
import { markEnd } from './reference-mark.ts'

/** The tokens of a text: words, Greek letters, and every other mark that separates words for good. */
export interface Tokens {
  count: number
  /** The UTF-16 units of the text and two 0s after the last. */
  units: Uint16Array<ArrayBuffer>
  /** Offsets in the text. A token that starts where it ends is a gap that no surface form reaches across. */
  starts: Int32Array<ArrayBuffer>
  ends: Int32Array<ArrayBuffer>
  /** Two independent 32-bit hashes of the folded token. */
  hashes: Int32Array<ArrayBuffer>
  others: Int32Array<ArrayBuffer>
  /** The gaps that blank lines make, by their places among the tokens. */
  blanks: Int32Array<ArrayBuffer>
  blankCount: number
}

export const newTokens = (capacity = 1024): Tokens => ({
  count: 0,
  units: new Uint16Array(capacity),
  starts: new Int32Array(capacity),
  ends: new Int32Array(capacity),
  hashes: new Int32Array(capacity),
  others: new Int32Array(capacity),
  blanks: new Int32Array(Math.max(16, capacity >> 4)),
  blankCount: 0,
})

/** Constants that are looked at for each letter are in enumerations: the bundler makes variables of all others. */
enum Unit {
  Space = 32,
}

/** What the two hashes begin with and are multiplied by. */
enum Hash {
  Seed = 0x2f0b4c47,
  OtherSeed = 0x5bd1e995,
  Prime = 0x01000193,
  OtherPrime = 0x27d4eb2f,
}

/** The two hashes of a folded token, as `tokenise` computes them. */
export function hashOf(token: string): readonly [number, number] {
  let hash = Hash.Seed
  let other = Hash.OtherSeed
  for (let index = 0; index < token.length; index++) {
    const code = token.charCodeAt(index)
    hash = Math.imul(hash ^ code, Hash.Prime)
    other = Math.imul(other ^ code, Hash.OtherPrime)
  }
  return [finish(hash), finish(other)]
}

const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (mixed ^ (mixed >>> 13)) | 0
}

/**
 * Cuts a text into tokens. Letter case, accents, invisible characters, emphasis marks, a possessive ’s and the choice
 * of hyphen or space disappear; a blank line, a wide space (something that is not prose was blanked), a spaced hyphen
 * and every other mark stay, so that no surface form is found across them unless it holds that mark itself.
 */
export function tokenise(text: string, tokens: Tokens): Tokens {
  tokens.count = 0
  tokens.blankCount = 0
  const units = copyUnits(text, tokens.units)
  tokens.units = units
  const { length } = text
  let position = 0
  while (position < length) {
    position = plainWords(length, position, tokens)
    if (position === length) break
    const code = units[position]!
    const kind: Kind = kinds[code]! || classify(code)
    if (kind === Kind.Letter || kind === Kind.Expanded) position = word(units, length, position, tokens)
    else if (kind === Kind.Space && folded[units[position + 1]!] !== 0) position++
    else if (kind === Kind.Greek) {
      const [hash, other] = hashOf(nameOf(code))
      push(tokens, position, ++position, hash, other)
    } else if (code === 0x5c && units[position + 1] === 0x20) {
      // Pandoc's no-break space
      position++
    } else if (kind === Kind.Other || kind === Kind.Apostrophe) {
      push(
        tokens,
        position,
        ++position,
        finish(Math.imul(Hash.Seed ^ code, Hash.Prime)),
        finish(Math.imul(Hash.OtherSeed ^ code, Hash.OtherPrime)),
      )
    } else position = gap(units, length, position, tokens)
  }
  return tokens
}

/**
 * Words of letters alone with one space between them, which nearly all words are; gives the place of the first
 * thing that is not so. Everything is at hand here, without a call and without looking anything up twice.
 */
function plainWords(length: number, from: number, tokens: Tokens): number {
  const letters = folded
  let { units, starts, ends, hashes, others, count } = tokens
  let position = from
  let letter = letters[units[position]!]!
  while (letter !== 0) {
    const start = position
    let hash = Hash.Seed
    let other = Hash.OtherSeed
    // two letters a round, since a round costs as much as a letter
    do {
      hash = Math.imul(hash ^ letter, Hash.Prime)
      other = Math.imul(other ^ letter, Hash.OtherPrime)
      // the 0 after the text is no letter, so that a word ends before it
      letter = letters[units[++position]!]!
      if (letter === 0) break
      hash = Math.imul(hash ^ letter, Hash.Prime)
      other = Math.imul(other ^ letter, Hash.OtherPrime)
      letter = letters[units[++position]!]!
    } while (letter !== 0)
    const after = units[position]!
    if (after !== Unit.Space && position < length && MAY_BELONG[kinds[after]!] === 1) {
      position = start
      break
    }
    if (count === starts.length) {
      grow(tokens)
      ;({ starts, ends, hashes, others } = tokens)
    }
    starts[count] = start
    ends[count] = position
    hashes[count] = finish(hash)
    others[count++] = finish(other)
    if (after === Unit.Space) {
      letter = letters[units[position + 1]!]!
      if (letter !== 0) position++
    }
  }
  tokens.count = count
  return position
}

/** By kind: whether it may go on with the word before it, or change what the word is. */
const MAY_BELONG = new Uint8Array(16)
MAY_BELONG[Kind.Unknown] = 1
MAY_BELONG[Kind.Letter] = 1
MAY_BELONG[Kind.Expanded] = 1
MAY_BELONG[Kind.Emphasis] = 1
MAY_BELONG[Kind.Invisible] = 1
MAY_BELONG[Kind.Apostrophe] = 1

function word(units: Uint16Array, length: number, start: number, tokens: Tokens): number {
  let hash = Hash.Seed
  let other = Hash.OtherSeed
  let position = start
  let end = start
  for (; position < length; position++) {
    const code = units[position]!
    const kind: Kind = kinds[code]! || classify(code)
    if (kind === Kind.Letter) {
      const letter = folded[code]!
      hash = Math.imul(hash ^ letter, Hash.Prime)
      other = Math.imul(other ^ letter, Hash.OtherPrime)
      end = position + 1
    } else if (kind === Kind.Expanded) {
      const name = nameOf(code)
      for (let index = 0; index < name.length; index++) {
        hash = Math.imul(hash ^ name.charCodeAt(index), Hash.Prime)
        other = Math.imul(other ^ name.charCodeAt(index), Hash.OtherPrime)
      }
      end = position + 1
    } else if (kind === Kind.Emphasis) {
      const after = code === 0x5e ? markEnd(units, start, position) : position
      if (after > position) {
        position = after
        break
      }
      // `H~2~O` is one word, `snake_case` and `a*b*` at its end are not
      if (code === 0x5f || !isLetter(units[position + 1]!)) break
    } else if (kind !== Kind.Invisible) break
  }
  push(tokens, start, end, finish(hash), finish(other))
  return possessive(units, position)
}

/** Past a possessive `’s`, or a lone apostrophe after a plural. */
function possessive(units: Uint16Array, position: number): number {
  const code = units[position]!
  if ((kinds[code]! || classify(code)) !== Kind.Apostrophe) return position
  const next = units[position + 1]!
  if ((next === 0x73 || next === 0x53) && !isLetter(units[position + 2]!)) return position + 2
  return position
}

const isLetter = (code: number): boolean => {
  const kind: Kind = kinds[code]! || classify(code)
  return kind === Kind.Letter || kind === Kind.Expanded || kind === Kind.Greek
}

/** Past the spaces, line ends, hyphens and emphasis marks from `start`; a gap too wide becomes an empty token. */
function gap(units: Uint16Array, length: number, start: number, tokens: Tokens): number {
  let spaces = 0
  let widest = 0
  let lines = 0
  let hyphens = 0
  let dash = false
  let underscore = false
  let position = start
  for (; position < length; position++) {
    const code = units[position]!
    const kind: Kind = kinds[code]! || classify(code)
    if (kind === Kind.Space) {
      spaces++
      // long where something that is not prose was blanked
      for (; units[position + 1] === Unit.Space; position++) spaces++
      if (lines === 0 && spaces > widest) widest = spaces
      continue
    }
    if (kind === Kind.LineEnd) {
      if (code !== 10 || units[position - 1] !== 13) lines++
    } else if (kind === Kind.Hyphen) {
      const after = units[position + 1]!
      if ((spaces > 0 || lines > 0) && (after === Unit.Space || after === 10 || after === 13)) dash = true
      hyphens++
    } else if (kind === Kind.Emphasis) {
      const spaced = spaces > 0 || lines > 0 || position === 0
      if (spaced && units[position + 1] === Unit.Space) dash = true
      if (
        code === 0x5f &&
        position === start &&
        start > 0 &&
        isLetter(units[start - 1]!) &&
        isLetter(units[position + 1]!)
      )
        underscore = true
    } else if (kind !== Kind.Invisible) {
      // the mark of a block quotation at the start of a line
      if (code === 0x3e && lines > 0) continue
      break
    }
    if (kind !== Kind.LineEnd || lines > 1) spaces = 0
  }
  if (lines > 1) {
    if (tokens.blankCount === tokens.blanks.length) tokens.blanks = doubled(tokens.blanks)
    tokens.blanks[tokens.blankCount++] = tokens.count
  }
  if (widest > 2 || lines > 1 || hyphens > 2 || dash || underscore) push(tokens, position, position, 0, 0)
  return position
}

function push(tokens: Tokens, start: number, end: number, hash: number, other: number): void {
  const index = tokens.count++
  if (index === tokens.starts.length) grow(tokens)
  tokens.starts[index] = start
  tokens.ends[index] = end
  tokens.hashes[index] = hash
  tokens.others[index] = other
}

function grow(tokens: Tokens): void {
  for (const name of ['starts', 'ends', 'hashes', 'others'] as const) tokens[name] = doubled(tokens[name])
}

/** Reused, since millions of forms are cut into tokens when an index is built. */
const scratch = newTokens(64)

/** The folded tokens of a surface form, as strings; an empty one is a gap that nothing reaches across. */
export function foldedTokens(form: string): { readonly token: string; readonly start: number; readonly end: number }[] {
  const tokens = tokenise(form, scratch)
  return Array.from({ length: tokens.count }, (_, index) => {
    const start = tokens.starts[index]!
    const end = tokens.ends[index]!
    return { token: foldWord(form.slice(start, end)), start, end }
  })
}

/** What the hashes of a token are made of: its letters folded, marks that do not count left out. */
export function foldWord(word: string): string {
  let result = ''
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    const kind: Kind = kinds[code]! || classify(code)
    if (kind === Kind.Letter) result += String.fromCharCode(folded[code]!)
    else if (kind === Kind.Expanded || kind === Kind.Greek) result += nameOf(code)
    else if (kind === Kind.Other || kind === Kind.Apostrophe) result += word[index]
  }
  return result
}
