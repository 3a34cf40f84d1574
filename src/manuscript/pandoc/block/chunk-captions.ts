import { chunkCaptions } from '../../chunks/captions.ts'
import { blank } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd } from '../scan.ts'
import { placeOf, type Source, sourceBuilder } from '../source.ts'
import type { FencedCode } from './fenced-code.ts'
import { readRun } from './paragraph.ts'
import { type BlockReader, blockReader } from './reader.ts'

/**
 * Reads the captions that the options of an executable chunk give: the renderer writes them out as Markdown before Pandoc
 * reads. Of the code from `start` to `end`, all else is no prose.
 */
export function noteChunkCaptions(
  reader: BlockReader,
  { info, content }: FencedCode,
  start: number,
  end: number,
): void {
  const captions = chunkCaptions(reader.text, info, content)
  let shown = start
  for (const { value, places } of captions) {
    const builder = sourceBuilder()
    for (const [index, place] of places.entries()) {
      builder.add(value[index]!, placeOf(reader.source, place))
      // What is written as an escape reads otherwise in the source.
      if (place >= shown && value[index] === reader.text[place]) {
        blank(reader.inline, shown, place)
        shown = place + 1
      }
    }
    builder.add('\n', -1)
    readCaption(reader, builder.source())
  }
  blank(reader.inline, shown, end)
}

/** Reads a caption as the inlines that it becomes; what stands between blank lines is read by itself. */
function readCaption(reader: BlockReader, source: Source): void {
  // Whatever is looked for in it in vain does not stand in the text that follows either.
  const inner = blockReader(source, { ...reader.environment, needles: new Set() }, reader.block)
  inner.inline.facts = reader.inline.facts
  const { text } = source
  for (let at = 0; at < text.length; ) {
    const blanks = blankLines(text, at)
    if (blanks >= 0) {
      at = blanks
      continue
    }
    const from = at
    while (at < text.length && blankLine(text, at) < 0) at = lineEnd(text, at) + 1
    readRun(inner, 'caption', from, at - 1)
  }
}
