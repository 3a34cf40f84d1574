/** A whole number of digits as English counts with it: `2nd`, `11th`, `23rd`. */
export function ordinal(digits: string): string {
  const ending = /1\d$/.test(digits) ? 'th' : { 1: 'st', 2: 'nd', 3: 'rd' }[digits.at(-1)!]
  return digits + (ending ?? 'th')
}
