import type { Prepared } from './prepare.ts'

/** A passage that the Markdown parser is not given, since it would take it minutes or overflow its stack. */
export interface Passage {
  readonly start: number
  readonly end: number
}

const MAX_MARKS = 4_000
const MAX_NESTING = 60
const MAX_INDENTATION = 300
const MAX_FOOTNOTES = 3_000
/** Lines of one passage that begin a list item, a quotation, a table row or a heading's underline. */
const MAX_STRUCTURE = 400
/** Quotations and definitions of a whole text; what comes after so many is not read. */
const MAX_CONTAINERS = 1_500

/**
 * Blanks the passages (lines up to a blank one or to code) that hold more brackets, emphasis marks or nested blocks than any
 * author writes; remark-parse needs time that grows with their square, and stack that grows with their depth.
 */
export function guarded({ text, fences }: Prepared): { text: string; passages: readonly Passage[] } {
  const passages: Passage[] = []
  let notes = 0
  let containers = 0
  let current = { start: 0, marks: 0, structure: 0, deep: false }
  let nextFence = 0
  const flush = (end: number): void => {
    if (current.deep || current.marks > MAX_MARKS || current.structure > MAX_STRUCTURE)
      passages.push({ start: current.start, end })
  }

  for (let start = 0; start < text.length; ) {
    const fence = fences[nextFence]
    if (fence && start >= fence.start) {
      flush(start)
      nextFence++
      start = Math.max(start, fence.end)
      current = { start, marks: 0, structure: 0, deep: false }
      continue
    }
    const end = nextLine(text, start)
    const line = text.slice(start, end)
    if (line.trim() === '') {
      flush(start)
      current = { start: end, marks: 0, structure: 0, deep: false }
    } else {
      const measured = measure(line)
      notes += measured.notes
      current.marks += measured.marks
      if (STRUCTURE.test(line)) current.structure++
      if (CONTAINER.test(line) && ++containers > MAX_CONTAINERS) break
      current.deep ||= measured.deep || (measured.notes > 0 && notes > MAX_FOOTNOTES)
    }
    start = end
  }
  if (containers > MAX_CONTAINERS) passages.push({ start: current.start, end: text.length })
  else flush(text.length)
  return { text: blanked(text, passages), passages }
}

const CONTAINER = /^ {0,3}(?:>|:(?!:))/
const STRUCTURE = /^[ \t]{0,3}(?:[>|+:*-]|=+[ \t]*$|\d+[.)][ \t])/m

function measure(line: string): { marks: number; notes: number; deep: boolean } {
  let marks = 0
  let notes = 0
  for (let index = 0; index < line.length; index++) {
    const character = line[index]!
    if ('[]*_`!<&'.includes(character)) marks++
    if (character === '[' && line[index + 1] === '^') notes++
  }
  const prefix = /^(?:[ \t>+*-]|\d+[.)])*/.exec(line)![0]
  const rule = /^[\s-]*$/.test(line) || /^[\s*]*$/.test(line)
  const nesting = prefix.replace(/[ \t\d]+/g, '').length
  return { marks: rule ? 0 : marks, notes, deep: !rule && (nesting > MAX_NESTING || prefix.length > MAX_INDENTATION) }
}

function blanked(text: string, passages: readonly Passage[]): string {
  const parts: string[] = []
  let copied = 0
  for (const { start, end } of passages) {
    parts.push(text.slice(copied, start), text.slice(start, end).replace(/[^\r\n]/g, ' '))
    copied = end
  }
  parts.push(text.slice(copied))
  return passages.length ? parts.join('') : text
}

function nextLine(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
