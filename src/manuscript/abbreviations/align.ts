import { isComplete, type Reading, readingsOf } from './readings.ts'
import { type Alignment, spread } from './spread.ts'
import { plain, surfaceOf } from './surface.ts'

/** How many letters and digits a short form has. */
export const lettersOf = (short: string): number => short.replace(/[^\p{L}\p{N}]/gu, '').length

/** “type” and its kin, which stand before a number and are not abbreviated. */
const BEFORE_NUMBER = /(?<!\S)(?:sub)?(?:type|class|isoform)\s+$/i

/** The cheapest ways to read a short form in the words at the end of `text`, for each place where the long form may begin and each reading. */
export function align(short: string, text: string): Alignment[] {
  return alignAs([...readingsOf(short, text)], text)
}

/** What it costs to read a short form in the whole of a text; nothing where it does not go. */
export function wholeCost(short: string, text: string): number | undefined {
  const readings = [...readingsOf(short, text)]
  // most that stands in brackets begins with another letter
  const isCertain = SPEAKING.test(text) && !/[\p{N}I]/u.test(short)
  if (isCertain && readings.every(reading => plain(reading.short[0]!) !== plain(text[0]!))) return undefined
  return leastCost(readings, text, lettersOf(short) > 2)
}

/** A text that begins with a word whose first letter counts: no locant, no number, no British digraph. */
const SPEAKING = /^(?!alpha|beta|gamma|delta|[oa]e|\S*[-/])\p{L}{3}/iu

function leastCost(readings: readonly Reading[], text: string, isWhole: boolean): number | undefined {
  const costs = alignAs(readings, text, isWhole).flatMap(({ start, cost }) => (start === 0 ? [cost] : []))
  return costs.length > 0 ? Math.min(...costs) : undefined
}

function alignAs(readings: readonly Reading[], text: string, isWhole = false): Alignment[] {
  const surface = surfaceOf(text, readings.map(({ short }) => short).join(''), isWhole)
  return readings.flatMap(({ short, cost: taken, most, isTurned }) => {
    const limit = most * lettersOf(short)
    return spread(short, surface).flatMap(({ start, cost }) => {
      if (cost > limit) return []
      const type = isTurned ? BEFORE_NUMBER.exec(text.slice(0, start)) : null
      return [{ start: type?.index ?? start, cost: cost + taken }]
    })
  })
}

/** What it costs to spread the letters of the short form, but for a plural s, over the whole of a long form, word by word; nothing where they do not go. */
export function exactCost(short: string, long: string): number | undefined {
  const readings = [...readingsOf(short.replace(/(?<=\p{Lu})s$/u, ''), long)].filter(isComplete)
  const cost = leastCost(readings, long, false)
  return cost !== undefined && cost <= 0.3 * short.length ? cost : undefined
}

/** Whether the letters of the short form go over the whole of a long form so. */
export const isExact = (short: string, long: string): boolean => exactCost(short, long) !== undefined
