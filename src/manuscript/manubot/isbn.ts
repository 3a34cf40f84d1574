/** What is wrong with an ISBN of 10 or 13 digits (ISO 2108), said for the author; hyphens and blanks do not count. */
export function isbnProblem(isbn: string): string | undefined {
  const digits = isbn.replace(/[ -]/g, '').toUpperCase()
  if (/^\d{13}$/.test(digits)) return weighted(digits, index => (index % 2 ? 3 : 1)) % 10 === 0 ? undefined : MISTYPED
  if (/^\d{9}[\dX]$/.test(digits)) return weighted(digits, index => 10 - index) % 11 === 0 ? undefined : MISTYPED
  return `An ISBN has 10 or 13 digits, and this has ${digits.length}.`
}

const MISTYPED = 'Its check digit does not agree with the others, so a digit is mistyped.'

const weighted = (digits: string, weight: (index: number) => number): number =>
  [...digits].reduce((sum, digit, index) => sum + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0)
