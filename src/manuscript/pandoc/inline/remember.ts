import type { InlineReader } from './reader.ts'

/** The widest text in which trials are remembered by position; a longer one has its start moved on by the block reader. */
const SPAN = 2 ** 23

/**
 * Does a reading once for each index, limit and place: Pandoc tries the same characters again for each construct
 * that they might be part of, and again for each construct around that.
 */
export function remember(
  reader: InlineReader,
  index: number,
  limit: number,
  flags: number,
  read: () => number,
): number {
  const key = ((index % SPAN) * SPAN + (limit % SPAN)) * 16 + flags
  const known = reader.memo.get(key)
  if (known) {
    if (known.end >= 0) {
      for (const fact of known.facts) reader.facts.push(fact)
      reader.word = known.word
    }
    return known.end
  }
  const mark = reader.facts.length
  const end = read()
  reader.memo.set(key, { end, facts: end < 0 ? [] : reader.facts.slice(mark), word: reader.word })
  return end
}
