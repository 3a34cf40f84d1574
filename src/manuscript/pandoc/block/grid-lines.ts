/** A line of a table that is drawn with characters: what stands in each column, and where that is in the line. */
export interface GridLine {
  /** One character a column; nothing in the second column of a wide one. Columns beyond the end are missing. */
  readonly marks: readonly string[]
  /** UTF-16 offset of each column in the line, and of its end. */
  readonly offsets: readonly number[]
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200f\u2060-\u2064\ufeff]/u

/** Puts the characters of a line in columns: wide ones take two, those without width none. */
export function gridLine(line: string): GridLine {
  const marks: string[] = []
  const offsets: number[] = []
  let offset = 0
  for (const character of line) {
    const ascii = character.charCodeAt(0) < 0x300
    if (ascii || !NO_WIDTH.test(character)) {
      marks.push(character)
      offsets.push(offset)
      if (!ascii && WIDE.test(character)) {
        marks.push('')
        offsets.push(offset + character.length)
      }
    }
    offset += character.length
  }
  offsets.push(offset)
  return { marks, offsets }
}
