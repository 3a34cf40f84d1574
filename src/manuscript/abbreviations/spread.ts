import { GENERIC, type Place, plain, SMALL, type Surface } from './surface.ts'

/** How a short form is spread over a long form that may begin at several places of a text. */
export interface Alignment {
  /** Offset in the text where the long form begins. */
  readonly start: number
  /** 0 when every letter begins a word and no word is left out; the more, the less likely. */
  readonly cost: number
}

/** A letter inside a word that continues the letter before it. */
const ADJOINING = 0.5
/** A capital or a digit that continues the one before it: the long form has an abbreviation in it, “ER-associated degradation (ERAD)”. */
const ADJOINING_CAPITAL = 0.1
/** A letter inside a word of which an earlier letter is used. */
const INSIDE = 0.52
/** A letter inside a word of which no earlier letter is used. */
const LOOSE = 0.75
/** Of the parts of a word that hyphens, slashes, digits and capitals make. */
const PART = 0.15
/** The last words, which an abbreviation rarely leaves out. */
const PASSED_LAST = 1.3
/** The short form's first letter is not the first of a word. */
const BEGINS_PART = 0.6

/** A long form hardly begins with “the” or “of”. */
const BEGINS_SMALL = 1.7
const NEVER_FIRST = /^(?:by|of|and|or|from)$/i
/** A letter alone goes with the word before it: “cytochrome c oxidase”. */
const BEGINS_LONE = 0.6
/** A generic last word: “NFAT: nuclear factor of activated T cells”. */
const PASSED_GENERIC = 0.7

const LOCANT = /^(?:[\d,'’′()[\]+±-]|(?:alpha|beta|gamma|delta|α|β|γ|δ|Δ|Delta|cis|trans|tert|[NOSDLRpmo])(?=[-,]))*$/

/**
 * The cheapest ways to spread the letters of `short`, in order, over the end of a text, one for each word where the
 * long form may begin. The time is bounded by the lengths, which the caller bounds.
 */
export function spread(short: string, { text, words, passing, isWhole, places: placesOf }: Surface): Alignment[] {
  const letters = lettersOf(short)
  if (letters.length === 0) return []
  const generic = GENERIC.test(words.at(-1)?.bare ?? '') ? words.length - 1 : -1
  const last = letters.length - 1
  let costs = (placesOf.get(letters[last]!.letter) ?? []).map(place =>
    place.word + 1 === generic ? PASSED_GENERIC : endCost(place, letters[last]!, text, words.length, passing),
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
        const cost = costs[candidate]! + stepCost(place, after, next, passing)
        if (cost < best) best = cost
      }
      return best
    })
  }
  return (placesOf.get(letters[0]!.letter) ?? []).flatMap((place, index) => {
    const cost = costs[index]!
    if (!Number.isFinite(cost) || place.kind === 'inside' || place.kind === 'capital') return []
    const { start, bare, word } = words[place.word]!
    if (place.kind === 'word') {
      if (NEVER_FIRST.test(bare)) return []
      const first =
        isWhole && place.offset === 0 ? 0 : SMALL.test(bare) ? BEGINS_SMALL : /^\p{Ll}$/u.test(bare) ? BEGINS_LONE : 0
      return [{ start: locantBefore(text, place.offset), cost: cost + first }]
    }
    const before = text.slice(start, place.offset)
    if (LOCANT.test(before)) return [{ start: locantBefore(text, start), cost }]
    if (/(?:\/|--)$/.test(before)) return [{ start: place.offset, cost: cost + BEGINS_PART / 2 }]
    return [{ start: start + /^[^\p{L}\p{N}]*/u.exec(word)![0].length, cost: cost + BEGINS_PART }]
  })
}

/** Where the locants begin that stand before a word as one of their own, “17 beta-estradiol”, “3',5' cyclic AMP”; else where the word begins. */
function locantBefore(text: string, start: number): number {
  const alone = /(?:^|\s)(\d[\d,'′]*)\s$/.exec(text.slice(0, start))?.[1]
  if (!alone || !(/\d['′]/.test(alone) || /^(?:alpha|beta|[αβ])-/.test(text.slice(start)))) return start
  return start - alone.length - 1
}

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

/** What it costs that `next` stands at `after` when the letter before it stands at `place`. */
function stepCost(place: Place, after: Place, next: ShortLetter, passing: readonly number[]): number {
  const passed = after.word > place.word ? passing[after.word]! - passing[place.word + 1]! : 0
  if (after.kind === 'word') return passed
  if (after.kind === 'part') return passed + PART
  const small = next.small ? 0.6 : 1
  if (after.word !== place.word) return passed + LOOSE * small
  if (after.offset !== place.offset + 1) return INSIDE * small
  return after.kind === 'capital' ? ADJOINING_CAPITAL : ADJOINING * small
}

/** What it costs that the last letter stands at `place`: the words after it, and its own place in its word. */
function endCost(place: Place, letter: ShortLetter, text: string, words: number, passing: readonly number[]): number {
  const passed = passing[words]! - passing[place.word + 1]!
  const left = passed === 0 ? 0 : PASSED_LAST + passed
  // a plural s counts for nothing
  if (letter.small && letter.letter === 's' && place.offset === text.length - 1 && place.kind === 'inside')
    return -ADJOINING * 0.6
  return left
}
