/** What a UTF-16 unit is, as far as words are concerned. */
export enum Letter {
  Unknown = 0,
  None = 1,
  Small = 2,
  Capital = 3,
  Number = 4,
}

/** Of every unit what it is, filled when first asked for: a regular expression is asked once for each, and not at every place. */
const letters = new Uint8Array(0x10000)

/** What the unit at an offset is: `\p{Lu}`, another `\p{L}`, `\p{N}`, or none of these, as the end of a text and half of a pair. */
export function letterAt(text: string, offset: number): Letter {
  if (offset < 0 || offset >= text.length) return Letter.None
  const unit = text.charCodeAt(offset)
  return letters[unit] || classify(unit)
}

/** The same of a letter, whatever its case. */
export function isLetterAt(text: string, offset: number): boolean {
  const letter = letterAt(text, offset)
  return letter === Letter.Small || letter === Letter.Capital
}

/** Whether a text has characters of two units: what they are, only a regular expression knows. */
export const hasPairs = (text: string): boolean => /[\ud800-\udfff]/.test(text)

function classify(unit: number): Letter {
  const character = String.fromCharCode(unit)
  const letter = /\p{Lu}/u.test(character)
    ? Letter.Capital
    : /\p{L}/u.test(character)
      ? Letter.Small
      : /\p{N}/u.test(character)
        ? Letter.Number
        : Letter.None
  letters[unit] = letter
  return letter
}
