import { Letter, letterAt } from '../../text/letters.ts'

/** How a short form is spread over a long form that may begin at several places of a text. */
export interface Alignment {
  /** Offset in the text where the long form begins. */
  readonly start: number
  /** 0 when every letter begins a word and no word is left out; the more, the less likely. */
  readonly cost: number
}

/** A letter inside a word that continues the letter before it. */
const ADJOINING = 0.5
/** A letter inside a word of which an earlier letter is used. */
const INSIDE = 0.52
/** A letter inside a word of which no earlier letter is used. */
const LOOSE = 0.75
/** Of the parts of a word that hyphens, slashes, digits and capitals make. */
const PART = 0.15
/** A word that is passed over, and a small one. */
const PASSED = 0.5
const PASSED_SMALL = 0.2
/** The last words, which an abbreviation rarely leaves out. */
const PASSED_LAST = 1.3
/** The short form's first letter is not the first of a word. */
const BEGINS_PART = 0.6

/** A long form hardly begins with “the” or “of”. */
const BEGINS_SMALL = 1.7
/** A generic last word: “NFAT: nuclear factor of activated T cells”. */
const PASSED_GENERIC = 0.7
/** A digit of the short form that the long form leaves out: “T3: triiodothyronine”. */
const DIGIT_LEFT_OUT = 0.9

const GENERIC =
  /^(?:cells?|proteins?|genes?|ions?|family|families|scales?|tests?|virus(?:es)?|diseases?|syndromes?|scores?|nucle(?:us|i)|models?|assays?|reactions?|complex(?:es)?|receptors?|system|technique|index|factors?|second|method|study|mice|mouse|patients|acid|group)$/i
const LOCANT = /^(?:[\d,'’′()[\]+±-]|(?:alpha|beta|gamma|delta|α|β|γ|δ|Δ|Delta|cis|trans|tert|[NOSDLRpmo])(?=[-,]))*$/

const SMALL = /^(?:of|the|and|in|for|to|with|by|a|an|or|on|at|from|de|la|le|et|der|von|und|as|per|type|class|no)$/i
const GREEK: ReadonlyMap<string, string> = new Map(
  [...'αβγδεζηθικλμνξοπρστυφχψω'].map((letter, index) => [letter, 'abgdezhtiklmnxoprstufcpo'[index]!]),
)

interface Place {
  readonly offset: number
  readonly word: number
  readonly kind: 'word' | 'part' | 'inside'
}

/**
 * The cheapest ways to spread the letters of `short`, in order, over the end of `text`, one for each word where the
 * long form may begin. The time is bounded by the lengths, which the caller bounds.
 */
export function align(short: string, text: string): Alignment[] {
  const all = lettersOf(short)
  const withDigits = alignLetters(all, text)
  const letters = all.filter(({ letter }) => /\p{L}/u.test(letter))
  if (letters.length !== all.length - 1 || letters.length === 0) return withDigits
  return [
    ...withDigits,
    ...alignLetters(letters, text).map(({ start, cost }) => ({ start, cost: cost + DIGIT_LEFT_OUT })),
  ]
}

/** What it costs to spread the letters of the short form, but for a plural s, over the whole of a long form, word by word; nothing where they do not go. */
export function exactCost(short: string, long: string): number | undefined {
  const whole = align(short.replace(/(?<=\p{Lu})s$/u, ''), long).filter(({ start }) => start === 0)
  const cost = Math.min(...whole.map(({ cost }) => cost))
  return cost <= 0.3 * short.length ? cost : undefined
}

/** Whether the letters of the short form go over the whole of a long form so. */
export const isExact = (short: string, long: string): boolean => exactCost(short, long) !== undefined

function alignLetters(letters: readonly ShortLetter[], text: string): Alignment[] {
  if (letters.length === 0) return []
  const words = [...text.matchAll(/[^\s]+/g)].map(({ 0: word, index }) => ({ word, start: index, bare: bare(word) }))
  const skipping = [0]
  for (const { bare } of words) {
    skipping.push(skipping.at(-1)! + (bare === '' || SMALL.test(bare) ? PASSED_SMALL : PASSED))
  }
  const generic = GENERIC.test(words.at(-1)?.bare ?? '') ? words.length - 1 : -1
  const placesOf = placesByLetter(words, new Set(letters.map(({ letter }) => letter)))
  const last = letters.length - 1
  let costs = (placesOf.get(letters[last]!.letter) ?? []).map(place =>
    place.word + 1 === generic ? PASSED_GENERIC : endCost(place, letters[last]!, text, words.length, skipping),
  )
  for (let index = last - 1; index >= 0; index--) {
    const places = placesOf.get(letters[index]!.letter) ?? []
    const nextPlaces = placesOf.get(letters[index + 1]!.letter) ?? []
    const next = letters[index + 1]!
    costs = places.map(place => {
      let best = Number.POSITIVE_INFINITY
      for (let candidate = nextPlaces.length - 1; candidate >= 0; candidate--) {
        const after = nextPlaces[candidate]!
        if (after.offset <= place.offset) break
        const cost = costs[candidate]! + stepCost(place, after, next, skipping)
        if (cost < best) best = cost
      }
      return best
    })
  }
  return (placesOf.get(letters[0]!.letter) ?? []).flatMap((place, index) => {
    const cost = costs[index]!
    if (!Number.isFinite(cost) || place.kind === 'inside') return []
    const { start, bare, word } = words[place.word]!
    if (place.kind === 'word') return [{ start: place.offset, cost: cost + (SMALL.test(bare) ? BEGINS_SMALL : 0) }]
    const before = text.slice(start, place.offset)
    if (LOCANT.test(before)) return [{ start, cost }]
    if (before.endsWith('/')) return [{ start: place.offset, cost: cost + BEGINS_PART / 2 }]
    return [{ start: start + /^[^\p{L}\p{N}]*/u.exec(word)![0].length, cost: cost + BEGINS_PART }]
  })
}

const bare = (word: string): string => word.replace(/^\P{L}+|[^\p{L}\p{N}]+$/gu, '')

interface ShortLetter {
  readonly letter: string
  readonly small: boolean
}

function lettersOf(short: string): ShortLetter[] {
  return [...short].flatMap(character => {
    const letter = plain(character)
    return /[\p{L}\p{N}]/u.test(letter) ? [{ letter, small: /\p{Ll}/u.test(character) }] : []
  })
}

function plain(character: string): string {
  if (character < '\u0080') return character.toLowerCase()
  const lower = character.normalize('NFD')[0]!.toLowerCase()
  return GREEK.get(lower) ?? lower
}

/** Where each of the letters that are wanted stands in the words. */
function placesByLetter(words: readonly { word: string; start: number }[], wanted: ReadonlySet<string>) {
  const places = new Map<string, Place[]>()
  const add = (letter: string, place: Place): void => {
    if (!wanted.has(letter)) return
    const list = places.get(letter)
    if (list) list.push(place)
    else places.set(letter, [place])
  }
  words.forEach(({ word, start }, number) => {
    let begun = false
    let before = Letter.None
    for (let index = 0; index < word.length; index++) {
      const character = letterAt(word, index)
      if (character !== Letter.None) {
        const part =
          before === Letter.None ||
          (character === Letter.Capital && /\p{Ll}/u.test(word[index - 1]!)) ||
          (character === Letter.Number) !== (before === Letter.Number)
        const kind = !begun ? 'word' : part ? 'part' : 'inside'
        const place: Place = { offset: start + index, word: number, kind }
        add(plain(word[index]!), place)
        // “oestrogen receptor (ER)”: the letter that British English writes more is not abbreviated
        if (!begun && /^[oa]e\p{Ll}/iu.test(word.slice(index, index + 3))) add('e', place)
        begun = true
      }
      before = character
    }
  })
  return places
}

/** What it costs that `next` stands at `after` when the letter before it stands at `place`. */
function stepCost(place: Place, after: Place, next: ShortLetter, skipping: readonly number[]): number {
  const passed = after.word > place.word ? skipping[after.word]! - skipping[place.word + 1]! : 0
  if (after.kind === 'word') return passed
  if (after.kind === 'part') return passed + PART
  const small = next.small ? 0.6 : 1
  if (after.word !== place.word) return passed + LOOSE * small
  return (after.offset === place.offset + 1 ? ADJOINING : INSIDE) * small
}

/** What it costs that the last letter stands at `place`: the words after it, and its own place in its word. */
function endCost(place: Place, letter: ShortLetter, text: string, words: number, skipping: readonly number[]): number {
  const passed = skipping[words]! - skipping[place.word + 1]!
  const left = passed === 0 ? 0 : PASSED_LAST + passed
  // a plural s counts for nothing
  if (letter.small && letter.letter === 's' && place.offset === text.length - 1 && place.kind === 'inside')
    return -ADJOINING * 0.6
  return left
}
