import { type MetadataString, readMetadata } from '../../front-matter.ts'
import { lookedTo } from '../environment.ts'
import type { MetadataFacts } from '../facts.ts'
import { blank } from '../inline/reader.ts'
import { blankLine, blankLines, lineEnd } from '../scan.ts'
import { placeOf, sourceBuilder } from '../source.ts'
import { type BlockReader, collectFacts, readContainer } from './reader.ts'

/** YAML between `---` and `---` or `...`, wherever a block may stand. Its strings are read as Markdown. */
export function readMetadataBlock(reader: BlockReader, index: number): number {
  const { text, inline } = reader
  if (!text.startsWith('---', index)) return -1
  const first = blankLine(text, index + 3)
  if (first < 0 || blankLine(text, first) >= 0) return -1
  for (let at = first; at < text.length; at = lineEnd(text, at) + 1) {
    if (!text.startsWith('---', at) && !text.startsWith('...', at)) continue
    const end = blankLine(text, at + 3)
    if (end < 0) continue
    const { strings, data, problems } = readMetadata(text, { start: first, end: at })
    const isMap = Object.keys(data).length > 0 || /^(?:[ \t]*(?:#.*)?\n)*$/.test(text.slice(first, at))
    if (!isMap && problems.length === 0) {
      lookedTo(reader.environment, text, end)
      return -1
    }
    blank(inline, index, end - 1)
    const fields = Object.keys(data)
    inline.facts.push({ type: 'metadata', fields, strings: strings.map(string => factsOf(reader, string)) })
    const blanks = blankLines(text, end)
    return blanks < 0 ? end : blanks
  }
  reader.environment.needles.add('---').add('...')
  return -1
}

function factsOf(reader: BlockReader, { path, value, span, offsets }: MetadataString): MetadataFacts {
  const builder = sourceBuilder()
  for (let at = 0; at < value.length; at++) {
    builder.add(value.charAt(at), placeOf(reader.source, offsets ? offsets[at]! : span.start + at))
  }
  builder.add('\n', -1)
  return { field: path[0] ?? '', facts: collectFacts(reader, () => readContainer(reader, builder.source())) }
}
