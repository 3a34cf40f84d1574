import { contains, type Span } from '../../text/span.ts'
import type { HoverProvider } from './hover.ts'
import { plain } from './markdown.ts'

/** Hovering a footnote mark shows the beginning of the note. */
export const hoverFootnote: HoverProvider = ({ manuscript: { footnotes, text } }, offset) => {
  const mark = footnotes.references.find(({ span }) => contains(span, offset))
  const definition = mark && footnotes.definitions.find(({ label }) => label === mark.label)
  return definition && { span: mark.span, markdown: plain(noteText(text, definition.span)) }
}

/** The text of a note up to the first blank line. */
function noteText(text: string, { end }: Span): string {
  const from = text[end] === ':' ? end + 1 : end
  const rest = text.slice(from, from + 1000)
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.exec(rest)
  return rest.slice(0, blank?.index ?? rest.length).trim()
}
