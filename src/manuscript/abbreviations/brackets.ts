import { lazy } from '../../text/memo.ts'

/** A pair of brackets in a text, and what stands before it. All offsets are of the text. */
export interface Bracketed {
  /** From the opening bracket to after the closing one. */
  readonly start: number
  readonly end: number
  /** Where the sentence or clause that holds the brackets begins; looked for when first asked. */
  from(): number
}

/** What may stand in brackets and still be looked at. */
const LONGEST = 200
/** How far back a long form may reach. */
const REACH = 220

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['）', '（'],
])
const OPENING = new Set(PAIRS.values())

/** The pairs of brackets of a text that hold a letter or a digit, inner ones before those around them; unbalanced brackets are passed over. */
export function bracketsIn(text: string): Bracketed[] {
  const found: Bracketed[] = []
  const open: number[] = []
  const marks = /[()[\]（）]|\n[ \t]*\n|\r\n?[ \t]*\r/g
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [character] = mark
    if (OPENING.has(character)) open.push(mark.index)
    else if (PAIRS.has(character)) {
      const start = open.at(-1)
      if (start === undefined || text[start] !== PAIRS.get(character)) continue
      open.pop()
      const around = (open.at(-1) ?? -1) + 1
      // of a citation in the prose, the brackets are left
      if (mark.index - start > LONGEST || !/[\p{L}\p{N}]/u.test(text.slice(start, mark.index))) continue
      const from = lazy(() => Math.max(around, clauseStart(text, start)))
      found.push({ start, end: mark.index + 1, from })
    } else open.length = 0
  }
  return found
}

/** The beginning of the sentence that ends at `end`, at most `REACH` characters back. */
function clauseStart(text: string, end: number): number {
  const from = Math.max(0, end - REACH)
  const before = text.slice(from, end)
  let start = 0
  const ends =
    /[.!?:;]["”’)\]]?\s+(?=["“‘([]?[\p{Lu}\p{N}])|[;:!?]\s|\n[ \t]*\r?\n|[|\t]|\u2014|---|(?<=\s)--|--\s|[)\]][,;]?\s/gu
  for (let found = ends.exec(before); found; found = ends.exec(before)) {
    // an initial such as the E. of E. coli ends no sentence
    if (
      found[0][0] === '.' &&
      /(?:^|[\s(])(?:\p{L}|et al|vs|cf|e\.g|i\.e|approx|ca|no|fig|st|spp?|subsp|var)$/iu.test(
        before.slice(0, found.index),
      )
    )
      continue
    // a citation, of which the brackets are left, and “[3, 4]” end none either, nor do brackets inside a word: “poly(A) polymerase”
    if (/^[)\]]/.test(found[0]) && /(?:\[[\s\d,;–-]*|[\p{L}\p{N}'-][([][^()[\]]*)$/u.test(before.slice(0, found.index)))
      continue
    start = found.index + found[0].length
  }
  return from + start
}
