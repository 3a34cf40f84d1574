/** More brackets open, or hyphens on a line, than anything has that people write. */
const DEEPEST = 100
/** More anchors and tags than anything has; a parser looks each up among all before it. */
const MOST_ANCHORS = 1000

/** Whether YAML between two offsets of a text nests so deeply, or has so many anchors, that its parser takes very long or gives up. */
export function isDeepYaml(text: string, start = 0, end = text.length): boolean {
  let brackets = 0
  let hyphens = 0
  let anchors = 0
  for (let position = start; position < end; position++) {
    const character = text[position]
    if (character === '[' || character === '{') brackets++
    else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1)
    else if (character === '\n') hyphens = 0
    else if ((character === '-' || character === '?') && text[position + 1] === ' ') hyphens++
    else if ((character === '&' || character === '!') && /\s\S/.test(`${text[position - 1]}${text[position + 1]}`))
      anchors++
    if (anchors > MOST_ANCHORS || brackets > DEEPEST || hyphens > DEEPEST) return true
  }
  return false
}
