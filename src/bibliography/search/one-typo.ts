import type { WordList } from './vocabulary.ts'

/** Shorter words are not taken for misspelt. */
const SHORTEST = 4

/**
 * Calls `visit` for each word that begins with `typed`, or is it, when one typing error in `typed` is put right: a letter
 * missing, added, replaced, or two swapped. One error leaves one half of a word as it is, or swaps the letters on both sides
 * of its middle, so only words that share a half are compared, and those that begin with the word so swapped.
 */
export function withOneTypo(words: WordList, typed: string, visit: (word: number) => void): void {
  if (typed.length < SHORTEST) return
  const middle = typed.length >> 1
  const seen = new Set<number>()
  const consider = (word: number): void => {
    if (seen.has(word)) return
    seen.add(word)
    if (isOneTypoAway(typed, words.wordAt(word))) visit(word)
  }
  words.beginningWith(typed.slice(0, middle), consider)
  words.containing(typed.slice(middle), (word, at) => at <= middle + 1 && consider(word))
  const swapped = typed.slice(0, middle - 1) + typed[middle]! + typed[middle - 1]! + typed.slice(middle + 1)
  words.beginningWith(swapped, consider)
}

/** Whether one error turns `typed` into `word` or its beginning. */
export function isOneTypoAway(typed: string, word: string): boolean {
  let same = 0
  while (same < typed.length && same < word.length && typed[same] === word[same]) same++
  if (same >= typed.length - 1) return word.length >= typed.length - 1
  const rest = typed.length - same
  const follows = (typedFrom: number, wordFrom: number): boolean =>
    word.startsWith(typed.slice(typedFrom), wordFrom) && wordFrom <= word.length
  return (
    follows(same + 1, same + 1) ||
    follows(same + 1, same) ||
    follows(same, same + 1) ||
    (rest > 1 && typed[same] === word[same + 1] && typed[same + 1] === word[same] && follows(same + 2, same + 2))
  )
}
