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

/** Insertions, deletions, replacements and swaps of neighbours between two words; `bound` or more is only a lower limit. */
export function editDistance(a: string, b: string, bound = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1)
      }
      current.push(distance)
      least = Math.min(least, distance)
    }
    if (least > bound) return least
    beforeLast = last
    last = current
  }
  return last[b.length]!
}
