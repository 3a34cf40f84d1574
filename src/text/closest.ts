import { fold } from './fold.ts'

/**
 * The candidate most like `wanted`, or nothing when none is near enough to be worth proposing:
 * at most one typing error in three characters, two at the least; case and accents weigh little.
 */
export const closest = (wanted: string, candidates: Iterable<string>): string | undefined =>
  closestAmong(candidates)(wanted)

/** The same for many questions to one list: candidates are folded once, and each answer is kept. */
export function closestAmong(candidates: Iterable<string>): (wanted: string) => string | undefined {
  const byLength = new Map<number, { candidate: string; folded: string }[]>()
  for (const candidate of candidates) {
    const folded = fold(candidate)
    const bucket = byLength.get(folded.length)
    if (bucket) bucket.push({ candidate, folded })
    else byLength.set(folded.length, [{ candidate, folded }])
  }
  const answers = new Map<string, string | undefined>()

  const search = (wanted: string): string | undefined => {
    const folded = fold(wanted)
    const bound = Math.max(2, Math.floor(folded.length / 3))
    let best: string | undefined
    let bestDistance = bound + 1
    for (let length = folded.length - bound; length <= folded.length + bound; length++) {
      for (const { candidate, folded: other } of byLength.get(length) ?? []) {
        const distance = other === folded ? (candidate === wanted ? 0 : 0.5) : editDistance(folded, other, bestDistance)
        if (distance < bestDistance || (distance === bestDistance && best !== undefined && candidate < best)) {
          best = candidate
          bestDistance = distance
        }
      }
    }
    return bestDistance <= bound && bestDistance < folded.length ? best : undefined
  }

  return wanted => {
    if (!answers.has(wanted)) answers.set(wanted, search(wanted))
    return answers.get(wanted)
  }
}

/** Three rows of distances, used again: comparing one key with a large library fills millions of cells. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const

/** Insertions, deletions, replacements and swaps of neighbours between two words; `bound` or more is only a lower limit. */
export function editDistance(a: string, b: string, bound = Number.POSITIVE_INFINITY): number {
  let start = 0
  let endA = a.length
  let endB = b.length
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const width = endB - start
  if (endA === start || width === 0) return endA - start + width
  if (width >= rows[0].length) {
    rows = [new Int32Array(width * 2), new Int32Array(width * 2), new Int32Array(width * 2)]
  }
  let [beforeLast, last, current] = rows
  for (let column = 0; column <= width; column++) last[column] = column
  for (let row = 1; row <= endA - start; row++) {
    const letter = a.charCodeAt(start + row - 1)
    const previous = row > 1 ? a.charCodeAt(start + row - 2) : -1
    let least = row
    current[0] = row
    for (let column = 1; column <= width; column++) {
      const other = b.charCodeAt(start + column - 1)
      let distance = last[column - 1]! + (letter === other ? 0 : 1)
      if (last[column]! < distance) distance = last[column]! + 1
      if (current[column - 1]! < distance) distance = current[column - 1]! + 1
      if (previous === other && column > 1 && letter === b.charCodeAt(start + column - 2)) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1)
      }
      current[column] = distance
      if (distance < least) least = distance
    }
    if (least > bound) return least
    const spare = beforeLast
    beforeLast = last
    last = current
    current = spare
  }
  return last[width]!
}
