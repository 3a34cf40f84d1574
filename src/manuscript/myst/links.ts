/** How CommonMark compares the labels of link definitions: without regard to case, and runs of blanks as one. */
export const normaliseLabel = (label: string): string =>
  label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase().toLowerCase()

/** Where the destination of `[text](destination "title")` or `<destination>` stands; `textEnd` is the end of the text. */
export function destinationAfter(
  text: string,
  start: number,
  textEnd: number,
  end: number,
): { start: number; end: number } {
  if (text[start] === '<') return { start: start + 1, end: end - 1 }
  const open = text.indexOf('](', textEnd)
  if (open < 0 || open >= end) return { start: textEnd, end: textEnd }
  let from = open + 2
  while (from < end && /\s/.test(text[from]!)) from++
  const angled = text[from] === '<'
  if (angled) from++
  let to = from
  for (let depth = 0; to < end - 1; to++) {
    const character = text[to]!
    if (character === '\\') to++
    else if (angled ? character === '>' : /\s/.test(character)) break
    else if (!angled && character === '(') depth++
    else if (!angled && character === ')' && depth-- === 0) break
  }
  return { start: from, end: Math.min(to, end - 1) }
}
