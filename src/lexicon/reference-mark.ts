/** Behind a shorter word, a number is an exponent: `m^2^`. */
const SHORTEST_MARKED = 3
const LONGEST = 16
const CARET = 0x5e
const MARKS: ReadonlySet<number> = new Set([...'0123456789,-–[]'].map(mark => mark.charCodeAt(0)))

/** Past the raised mark that leads from a word to references or to a note, `^3,5–7^` or `^a^`, if one begins at `caret`; else `caret`. */
export function markEnd(units: Uint16Array, word: number, caret: number): number {
  if (caret - word < SHORTEST_MARKED) return caret
  let letters = 0
  for (let position = caret + 1; position < caret + LONGEST; position++) {
    const code = units[position]!
    if (code === CARET) return position > caret + 1 && letters < 2 ? position + 1 : caret
    if (code >= 0x61 && code <= 0x7a) letters++
    else if (!MARKS.has(code)) return caret
  }
  return caret
}
