import { Letter, letterAt } from '../../text/letters.ts'

/** A word of a text, and what it is without the marks around it. */
interface Word {
  readonly word: string
  readonly start: number
  readonly bare: string
}

/** A place where a letter of a short form may come from: the first letter of a word or of a part of it, a capital or digit behind another, or another letter. */
export interface Place {
  readonly offset: number
  readonly word: number
  readonly kind: 'word' | 'part' | 'capital' | 'inside'
}

/** What a text offers to the letters of short forms. */
export interface Surface {
  readonly text: string
  readonly words: readonly Word[]
  /** What it costs to pass over all words before the one of that index. */
  readonly passing: readonly number[]
  /** Whether a long form is the whole text, so that a small word may begin it: “VHL (von Hippel-Lindau)”. */
  readonly isWhole: boolean
  /** By letter, in order. */
  readonly places: ReadonlyMap<string, readonly Place[]>
}

/** A word that is passed over, and a small one. */
const PASSED = 0.5
const PASSED_SMALL = 0.2
/** A word that says of what kind a thing is, and hardly what it is. */
export const GENERIC =
  /^(?:cells?|proteins?|enzymes?|genes?|alleles?|ions?|family|families|scales?|tests?|virus(?:es)?|diseases?|syndromes?|scores?|nucle(?:us|i)|models?|assays?|reactions?|complex(?:es)?|receptors?|domains?|subunits?|peptides?|antigens?|elements?|sequences?|sites?|regions?|system|technique|index|factors?|second|method|study|mice|mouse|patients|acid|group)$/i
export const SMALL =
  /^(?:of|the|and|in|for|to|with|by|a|an|or|on|at|from|de|la|le|et|der|von|und|as|per|type|class|no)$/i
const GREEK: ReadonlyMap<string, string> = new Map(
  [...'αβγδεζηθικλμνξοπρστυφχψω'].map((letter, index) => [letter, 'abgdezhtiklmnxoprstufcpo'[index]!]),
)

/** What numbers are written out as, by the digit: “three-dimensional (3D)”, “inositol trisphosphate (IP3)”, “casein kinase II (CK2)”. */
const NUMBERS: readonly (readonly [digit: string, word: RegExp])[] = [
  ['1', /^(?:one|first|single|I)(?!\p{L})|^mono/u],
  ['2', /^(?:two|second|double|II)(?!\p{L})|^bis/u],
  ['3', /^(?:three|third|III)(?!\p{L})|^tri/u],
  ['4', /^(?:four|fourth|IV)(?!\p{L})|^tetra/u],
  ['5', /^(?:five|fifth|V)(?!\p{L})|^penta/u],
  ['6', /^(?:six|sixth|VI)(?!\p{L})|^hexa/u],
]

/** A word that is set in capitals is no abbreviation. */
const ALL_CAPITALS = /\p{Lu}{6}/u

/** What `text` offers to the letters of some short forms. */
export function surfaceOf(text: string, shorts: string, isWhole = false): Surface {
  const words = [...text.matchAll(/[^\s]+/g)].map(({ 0: word, index }) => ({ word, start: index, bare: bare(word) }))
  const passing = [0]
  for (const { bare } of words)
    passing.push(passing.at(-1)! + (bare === '' || SMALL.test(bare) ? PASSED_SMALL : PASSED))
  return { text, words, passing, isWhole, places: placesByLetter(words, new Set([...shorts].map(plain))) }
}

const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** A letter as it is compared: small, without accents, Latin for Greek. */
export function plain(character: string): string {
  if (character < '\u0080') return character.toLowerCase()
  const lower = character.normalize('NFD')[0]!.toLowerCase()
  return GREEK.get(lower) ?? lower
}

/** Where each of the letters that are wanted stands in the words. */
function placesByLetter(words: readonly Word[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  const add = (letter: string, place: Place): void => {
    if (!wanted.has(letter)) return
    const list = places.get(letter)
    if (list) list.push(place)
    else places.set(letter, [place])
  }
  const numbers = NUMBERS.filter(([digit]) => wanted.has(digit))
  words.forEach(({ word, start }, number) => {
    let begun = false
    let before = Letter.None
    const isAbbreviated = !ALL_CAPITALS.test(word)
    for (let index = 0; index < word.length; index++) {
      const character = letterAt(word, index)
      if (character !== Letter.None) {
        const part =
          before === Letter.None ||
          (character === Letter.Capital && /\p{Ll}/u.test(word[index - 1]!)) ||
          (character === Letter.Number) !== (before === Letter.Number)
        const capital =
          character === before && (character === Letter.Number || (isAbbreviated && character === Letter.Capital))
        const kind = !begun ? 'word' : part ? 'part' : capital ? 'capital' : 'inside'
        const place: Place = { offset: start + index, word: number, kind }
        add(plain(word[index]!), place)
        // “oestrogen receptor (ER)”: the letter that British English writes more is not abbreviated
        if (kind === 'word' || kind === 'part') {
          if (/^[oa]e\p{Ll}/iu.test(word.slice(index, index + 3))) add('e', place)
          for (const [digit, pattern] of numbers) if (pattern.test(word.slice(index))) add(digit, place)
        }
        begun = true
      }
      before = character
    }
  })
  return places
}
