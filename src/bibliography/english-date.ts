import type { CslDate } from './reference.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The number of a month from its name or number, if it is one. */
export function monthNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase()
  const number = /^\d{1,2}$/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3)) + 1
  return number >= 1 && number <= 12 ? number : undefined
}

/** Dates as PubMed prints them: `2014 Dec 19`, `2014 Dec`, `2014 Nov-Dec`, `2014`. */
export function englishDate(text: string): CslDate | undefined {
  const found = /\b(\d{4})(?:[ /-]+([A-Za-z]{3,9}|\d{1,2})\b\.?(?:[ /-]+(\d{1,2})\b(?!\s*[;:(]))?)?/.exec(text)
  if (!found) return undefined
  const month = found[2] === undefined ? undefined : monthNumber(found[2])
  const parts = [Number(found[1])]
  if (month !== undefined) parts.push(month)
  if (month !== undefined && found[3] !== undefined && Number(found[3]) <= 31) parts.push(Number(found[3]))
  return { 'date-parts': [parts] }
}

/** PubMed shortens last pages: `839-49` is `839-849`. */
export function fullPages(pages: string): string {
  const found = /^([A-Za-z]*)(\d+)\s*[-–]\s*([A-Za-z]*)(\d+)$/.exec(pages.trim())
  if (!found) return pages.trim().replace(/–/g, '-')
  const [, letters = '', first = '', , last = ''] = found
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last
  return `${letters}${first}-${letters}${whole}`
}
