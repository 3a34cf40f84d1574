import type { Span } from '../../../text/span.ts'

/** The fields of one entry: lower-case names, as Pandoc names them, to values with braces and LaTeX commands in them. */
export type Fields = Map<string, string>

/** BibTeX's names for what BibLaTeX calls otherwise. */
const ALIASES = new Map([
  ['address', 'location'],
  ['annote', 'annotation'],
  ['archiveprefix', 'eprinttype'],
  ['journal', 'journaltitle'],
  ['key', 'sortkey'],
  ['pdf', 'file'],
  ['primaryclass', 'eprintclass'],
  ['school', 'institution'],
])

export const canonicalName = (name: string): string => {
  const lower = name.toLowerCase()
  return ALIASES.get(lower) ?? lower
}

/** The text of a value: what stands in its braces and quotes, its words looked up among the `@string`s. Unknown words are lowered, as Pandoc does. */
export function valueText(source: string, { start, end }: Span, strings: ReadonlyMap<string, string>): string {
  if (source[start] === '{' && source.indexOf('}', start) === end - 1) return source.slice(start + 1, end - 1)
  let out = ''
  let position = start
  while (position < end) {
    const character = source[position]!
    if (character === '{' || character === '"') {
      const close = character === '{' ? closingBrace(source, position, end) : closingQuote(source, position, end)
      out += source.slice(position + 1, close)
      position = close + 1
    } else if (/[\s#]/.test(character)) position++
    else {
      let stop = position
      while (stop < end && !/[\s#{"]/.test(source[stop]!)) stop++
      const word = source.slice(position, stop)
      out += strings.get(word.toLowerCase()) ?? word.toLowerCase()
      position = stop
    }
  }
  return out
}

/** The place of the closing brace; `end` when there is none. */
function closingBrace(source: string, open: number, end: number): number {
  let depth = 0
  for (let position = open; position < end; position++) {
    const code = source.charCodeAt(position)
    if (code === 92 && (source[position + 1] === '{' || source[position + 1] === '}')) position++
    else if (code === 123) depth++
    else if (code === 125 && --depth === 0) return position
  }
  return end
}

function closingQuote(source: string, open: number, end: number): number {
  let depth = 0
  for (let position = open + 1; position < end; position++) {
    const code = source.charCodeAt(position)
    if (code === 92) position++
    else if (code === 123) depth++
    else if (code === 125) depth--
    else if (code === 34 && depth <= 0) return position
  }
  return end
}
