/** Where the line begins that stands so many groups of lines, divided by blank lines, before `offset`. */
export function groupsBefore(text: string, offset: number, groups: number): number {
  let line = lineStart(text, offset)
  for (let left = groups; left > 0 && line > 0; ) {
    const above = lineStart(text, line - 1)
    if (text.slice(above, line).trim() === '') left--
    line = above
  }
  return line
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--
  return at
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13
