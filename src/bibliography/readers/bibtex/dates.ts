import type { CslDate } from '../../reference.ts'
import { plainText } from './latex.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const SEASONS = new Map([
  ['spring', 13],
  ['summer', 14],
  ['autumn', 15],
  ['fall', 15],
  ['winter', 16],
])

/**
 * A BibLaTeX date: ISO 8601-2 level 0 and 1 with ranges, `~` and `?` (biblatex manual 2.3.8). As Pandoc has it, the open
 * end of a range is year 0, seasons stay months 21 to 24, and there is no year between 1 BC and AD 1.
 */
export function readDate(value: string): CslDate | undefined {
  const text = value.replace(/[{}]/g, '').trim()
  if (!text) return undefined
  const sides = text.split('/')
  const parts = sides.map(readSide)
  const first = parts[0]
  if (
    sides.length > 2 ||
    (!first && !(sides.length === 2 && parts[1])) ||
    (parts.includes(undefined) && !isOpen(sides))
  ) {
    return { literal: text }
  }
  const circa = /[~%]/.test(text)
  return { 'date-parts': parts.map(part => part ?? [0]), ...(circa && { circa }) }
}

const isOpen = (sides: readonly string[]): boolean =>
  sides.every(side => /^\s*(?:\.\.|)\s*$/.test(side) || readSide(side))

function readSide(side: string): number[] | undefined {
  const found =
    /^\s*(-?\d{1,9}|\d{2,3}[Xu]{1,2})(?:-(\d{1,2}|uu))?(?:-(\d{1,2}|uu))?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?[~?%]*\s*$/i.exec(
      side,
    )
  if (!found) return undefined
  const year = Number(found[1]!.replace(/[Xu]/gi, '0'))
  const rest = [found[2], found[3]].filter(part => part !== undefined && !/u/i.test(part)).map(Number)
  return [year < 0 ? year - 1 : year, ...rest]
}

/** BibTeX's `year`, `month` and `day`. */
export function readOldDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CslDate | undefined {
  const text = year === undefined ? '' : plainText(year)
  if (!text) return undefined
  const range = /^(\d{4})\s*(?:[-–—/]|--)\s*(\d{4})$/.exec(text)
  if (range) return { 'date-parts': [[Number(range[1])], [Number(range[2])]] }
  if (!/^-?\d{1,6}$/.test(text)) return { literal: text }
  const months = readMonths(month)
  const days = (day ?? '')
    .split(/[-–/]+/)
    .map(Number)
    .filter(number => number > 0 && number < 32)
  const date = (index: number): number[] => {
    const at = months[index]
    if (at === undefined) return [Number(text)]
    const on = days[index]
    return on === undefined ? [Number(text), at] : [Number(text), at, on]
  }
  if (months[0] !== undefined && months[0] > 12) return { 'date-parts': [[Number(text)]], season: months[0] - 12 }
  return { 'date-parts': months.length > 1 ? [date(0), date(1)] : [date(0)] }
}

/** Months of a field: a number, a name, an abbreviation, or two of them; the day may stand with it. */
function readMonths(month: string | undefined): number[] {
  return (month ?? '')
    .split(/[-–/]+/)
    .map(part => {
      const word = part
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
      if (/^\d{1,2}$/.test(word)) return Number(word)
      const name = word.split(' ').find(piece => /^[a-z]/.test(piece)) ?? ''
      return SEASONS.get(name) ?? MONTHS.indexOf(name.slice(0, 3)) + 1
    })
    .filter(number => number > 0 && number <= 16)
    .slice(0, 2)
}
