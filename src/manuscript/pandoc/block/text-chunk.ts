import { CHUNK_HEADER } from '../../chunks/chunk.ts'
import { THEOREMS } from '../../chunks/theorems.ts'
import { blank } from '../inline/reader.ts'
import { sourceBuilder } from '../source.ts'
import type { FencedCode } from './fenced-code.ts'
import { type BlockReader, readContainer } from './reader.ts'

/**
 * The engines of knitr and bookdown that hand on what is in a chunk as Markdown: custom blocks, theorems and proofs
 * (bookdown's manual, sections 2.2.2 and 2.7), and text that is only shown under a condition.
 */
const ENGINES: ReadonlySet<string> = new Set(['block2', 'asis', ...THEOREMS.keys(), 'proof', 'remark', 'solution'])
const NOT_SHOWN = /[\s,](?:eval|echo|include)[ \t]*=[ \t]*F(?:ALSE)?\b/

/** Whether a code block between fences is a chunk of text, by its info string. */
export const isTextChunk = (info: string): boolean =>
  ENGINES.has(CHUNK_HEADER.exec(info)?.[1] ?? '') && !NOT_SHOWN.test(info)

/** Reads what is in a chunk of text, which begins at `start` and ends at `end`, as the blocks that it becomes. */
export function noteTextChunk(reader: BlockReader, { content }: FencedCode, start: number, end: number): void {
  const [first, last] = content
  blank(reader.inline, start, first)
  const builder = sourceBuilder()
  builder.copy(reader.source, first, last)
  builder.add('\n', -1)
  readContainer(reader, builder.source())
  blank(reader.inline, last, end)
}
