/**
 * What spreadsheets make of gene symbols (Ziemann et al. 2016, doi:10.1186/s13059-016-1044-7; the map of HGNChelper): dates in several
 * forms, the days that they count them by, and powers of ten.
 */

/** The families whose symbols were read as months, by the number of the month, with the highest number that a member has. */
const FAMILIES: ReadonlyMap<number, readonly [name: string, most: number]> = new Map([
  [3, ['MARCHF', 11]],
  [9, ['SEPTIN', 15]],
  [10, ['OCT', 11]],
  [12, ['DELEC', 2]],
])
const MONTHS: Readonly<Record<string, number>> = { mar: 3, sep: 9, sept: 9, oct: 10, dec: 12 }

const DAY_FIRST = /^(\d{1,2})[-/ ](Mar|Sept?|Oct|Dec)(?:-\d\d|-\d{4})?$/i
/** “Sep-09”; “SEPT-9” is what an author writes. */
const MONTH_FIRST = /^(?:(Mar|Sep|Oct|Dec)[-/ ](\d{1,2})|(Mar|Sept?|Oct|Dec)[-/ ](\d\d))$/
const MONTH_FIRST_CAPITALS = /^(MAR|SEP|OCT|DEC)-(\d\d)$/
const ISO = /^\d{4}-(\d\d)-(\d\d)(?: 00:00:00)?$/
const SERIAL = /^[34]\d{4}$/
const RIKEN = /^\d(?:\.\d+)?E\+\d\d$/i

/** The symbol that a day of a month was before; nothing where no gene is called so. */
function symbolOf(month: number, number: number): string | undefined {
  const [family, most] = FAMILIES.get(month) ?? []
  return family !== undefined && number >= 1 && number <= most! ? `${family}${number}` : undefined
}

/** The symbol that a date in words, “1-Mar” or “Sep-09”, was before. */
export function symbolOfDate(text: string): string | undefined {
  const [, day, month] = DAY_FIRST.exec(text) ?? []
  if (month !== undefined) return symbolOf(MONTHS[month.toLowerCase()]!, Number(day))
  const found = MONTH_FIRST.exec(text) ?? MONTH_FIRST_CAPITALS.exec(text)
  const [name, number] = found?.slice(1).filter(part => part !== undefined) ?? []
  return name === undefined ? undefined : symbolOf(MONTHS[name.toLowerCase()]!, Number(number))
}

/** What a cell of nothing but digits was before, if it stands among symbols: “2020-03-01”, the serial number of a day, “2.31E+13”. */
export function symbolOfDigits(text: string): string | undefined {
  const [, month, day] = ISO.exec(text) ?? []
  if (month !== undefined) return symbolOf(Number(month), Number(day))
  if (RIKEN.test(text)) return 'a RIKEN identifier'
  if (!SERIAL.test(text)) return undefined
  // spreadsheets count days from the last but one of 1899
  const date = new Date(Date.UTC(1899, 11, 30 + Number(text)))
  return symbolOf(date.getUTCMonth() + 1, date.getUTCDate())
}
