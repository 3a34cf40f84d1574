import commonWords from './common-words.json'

/** A phrase that may be a term: how it is first written, and everywhere that it stands. */
export interface TermCandidate {
  readonly text: string
  /** Passage by number, and the offset in it; in order. */
  readonly places: readonly { readonly passage: number; readonly offset: number }[]
}

/** Longer phrases are sentences rather than terms. */
const LONGEST = 4
const MOST = 400

/**
 * Phrases of some passages that may be terms of their field: words between common ones, two to four of them, and single
 * words that come again or are built as medical nouns are. The most frequent come first. A draft for a person to sort,
 * after the candidate lists of Frantzi, Ananiadou and Mima (C-value; Int J Digit Libr 2000;3:115-30) without their measure.
 */
export function termCandidates(passages: readonly string[]): readonly TermCandidate[] {
  const found = new Map<string, { text: string; places: { passage: number; offset: number }[]; isWhole: boolean }>()
  const add = (words: readonly Word[], passage: number, isWhole: boolean): void => {
    const [first, last] = [words[0]!, words.at(-1)!]
    const text = passages[passage]!.slice(first.start, last.end).replace(/\s+/g, ' ')
    const key = singular(text.toLowerCase())
    const known = found.get(key)
    if (known) {
      known.places.push({ passage, offset: first.start })
      known.isWhole ||= isWhole
    } else found.set(key, { text, places: [{ passage, offset: first.start }], isWhole })
  }
  passages.forEach((text, passage) => {
    for (const run of runsIn(text)) {
      for (let from = 0; from < run.length; from++) {
        for (let to = from + 1; to <= Math.min(run.length, from + LONGEST); to++) {
          add(run.slice(from, to), passage, from === 0 && to === run.length)
        }
      }
    }
  })
  const kept = [...found].filter(([key, { places, isWhole, text }]) => {
    if (places.length > 1) return !isPartOnly(key, places.length, found)
    return isWhole && (text.includes(' ') || MEDICAL.test(text))
  })
  return kept
    .map(([, candidate]) => candidate)
    .sort((a, b) => b.places.length - a.places.length)
    .slice(0, MOST)
}

interface Word {
  readonly start: number
  readonly end: number
}

/** The stretches of words that no common word, number or mark interrupts. */
function* runsIn(text: string): Generator<readonly Word[]> {
  let run: Word[] = []
  let last = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+(?:[-‑’'][\p{L}\p{N}]+)*/gu)) {
    const between = text.slice(last, index)
    last = index + word.length
    if (run.length > 0 && !/^\s+$/.test(between)) {
      yield run
      run = []
    }
    if (isCommonWord(word) || !/\p{L}{2}/u.test(word) || /ly$/.test(word)) {
      if (run.length > 0) yield run
      run = []
    } else run.push({ start: index, end: last })
  }
  if (run.length > 0) yield run
}

/** Whether a phrase is always found inside the same longer one: “tumor progression” says all that “progression” does. */
const isPartOnly = (key: string, count: number, found: ReadonlyMap<string, { readonly places: readonly unknown[] }>) =>
  [...found].some(
    ([other, { places }]) => other.length > key.length && places.length === count && ` ${other} `.includes(` ${key} `),
  )

const singular = (phrase: string): string => phrase.replace(/(?<=[^siu])s$/, '')

const COMMON: ReadonlySet<string> = new Set(commonWords)

/** Whether a word is one that texts of every field use. */
export const isCommonWord = (word: string): boolean => COMMON.has(word.toLowerCase())

const MEDICAL =
  /(?:osis|oses|iasis|omas?|gen(?:esis|ic)|phagy|(?:ox|em|aem)ia|cytes?|somes?|kines?|phils?|blasts?|pathy|itis|vas(?:ation|ate)|plas(?:ia|ticity)|oikis|lets?|ulation|ression|station|stases|stasis|vasion|mancy|ference|seeding)$/i
