import type { Spanned } from '../../text/span.ts'
import type { Place } from '../front-matter.ts'

/**
 * The files that a `bibliography:` line names, found without a YAML parser: what is left to do when the rest of the front
 * matter does not parse. Reads a plain or quoted name, a list in brackets, and a list of dashes on the lines below.
 */
export function bibliographyByLine(source: string, at: Place): Spanned<string>[] {
  const field = /^bibliography[ \t]*:[ \t]*(.*)$/m.exec(source)
  if (!field) return []
  const valueStart = field.index + field[0].length - field[1]!.length
  const inline = field[1]!.replace(/(?:^|\s)#.*$/, '').trimEnd()
  if (inline.startsWith('[')) return names(inline, /[^[\],]+/g, valueStart, at)
  if (inline) return names(inline, /.+/g, valueStart, at)

  const found: Spanned<string>[] = []
  const line = /(?:\r\n|\n|\r)([ \t]*-[ \t]+)([^\r\n]+)/y
  line.lastIndex = field.index + field[0].length
  for (let item = line.exec(source); item; item = line.exec(source)) {
    found.push(...names(item[2]!, /.+/g, line.lastIndex - item[2]!.length, at))
  }
  return found
}

function names(text: string, pattern: RegExp, start: number, at: Place): Spanned<string>[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: part, index }) => {
    const trimmed = part.trim()
    const quote = /^["']/.test(trimmed) ? 1 : 0
    const value = quote && trimmed.endsWith(trimmed[0]!) ? trimmed.slice(1, -1) : trimmed.slice(quote)
    if (!value) return []
    const from = start + index + part.indexOf(trimmed) + quote
    return [{ value, span: at(from, from + value.length) }]
  })
}
