import type { Analysis } from '../analysis/analysis.ts'

/** Shorter words are no matter for a spelling checker. */
const SHORTEST = 3

/**
 * The words that a spelling checker should know for this manuscript: of the surface forms of its lexicons, and the
 * abbreviations that it defines. One by one and in order, as cSpell's and LTeX's own lists have them.
 */
export function wordList({ lexicon, abbreviations }: Pick<Analysis, 'lexicon' | 'abbreviations'>): readonly string[] {
  const words = new Map<string, string>()
  const add = (text: string): void => {
    for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu)) {
      if (word.length < SHORTEST) continue
      const key = word.toLowerCase()
      // A word that stands somewhere in small letters needs no second form with a capital.
      if (!words.has(key) || word === key) words.set(key, word)
    }
  }
  for (const { surfaceForms } of lexicon.concepts.values()) for (const { text } of surfaceForms) add(text)
  for (const { short } of abbreviations) add(short)
  return [...words.values()].sort((a, b) => a.localeCompare(b, 'en'))
}
