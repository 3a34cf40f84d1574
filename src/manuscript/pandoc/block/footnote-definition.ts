import { noteMarkerEnd } from '../inline/note.ts'
import { blank, span } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd, smallIndent } from '../scan.ts'
import { sourceBuilder } from '../source.ts'
import { closesFencedDiv } from './fenced-div.ts'
import { type BlockReader, collectFacts, readContainer } from './reader.ts'

/** `[^label]: text`, with further paragraphs indented by four blanks. */
export function readFootnoteDefinition(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  const start = smallIndent(text, index)
  const markEnd = start < 0 ? -1 : noteMarkerEnd(text, start)
  if (markEnd < 0 || text.charCodeAt(markEnd) !== 58) return -1
  const builder = sourceBuilder()
  const skipped = blankLine(text, markEnd + 1)
  let at = copyParagraph(reader, builder, dedent(text, skipped < 0 ? markEnd + 1 : skipped))
  for (;;) {
    const blanks = blankLines(text, at)
    if (blanks < 0 || dedent(text, blanks) === blanks) break
    builder.add('\n', -1)
    at = copyParagraph(reader, builder, dedent(text, blanks))
  }
  builder.add('\n', -1)
  blank(inline, index, markEnd + 1)
  const facts = collectFacts(reader, () => readContainer(reader, builder.source()))
  const mark = { label: text.slice(start + 2, markEnd - 1), span: span(inline, start, markEnd) }
  inline.facts.push({ type: 'note-definition', mark, facts })
  const trailing = blankLines(text, at)
  return trailing < 0 ? at : trailing
}

function copyParagraph(reader: BlockReader, builder: ReturnType<typeof sourceBuilder>, index: number): number {
  const { text, source, environment } = reader
  const copyLine = (from: number): number => {
    const end = Math.min(lineEnd(text, from) + 1, text.length)
    builder.copy(source, from, end)
    return end
  }
  let at = copyLine(index)
  while (at < text.length && blankLine(text, at) < 0) {
    if (environment.divLevel > 0 && closesFencedDiv(text, at)) break
    const indented = smallIndent(text, at)
    if (indented >= 0 && noteMarkerEnd(text, indented) >= 0) break
    at = copyLine(dedent(text, at))
  }
  return at
}

const dedent = (text: string, index: number): number => (text.startsWith('    ', index) ? index + 4 : index)
