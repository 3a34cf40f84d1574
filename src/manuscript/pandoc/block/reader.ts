import type { Environment } from '../environment.ts'
import type { Fact } from '../facts.ts'
import { readInline } from '../inline/inline.ts'
import { type InlineReader, inlineReader, nextOf } from '../inline/reader.ts'
import type { Source } from '../source.ts'

/** Containers nested more deeply than this are read as one paragraph. */
export const DEEPEST_BLOCK = 60

/**
 * The state in which one source is read for blocks. Every reading function takes the index to begin at and gives the
 * index after what it read, or -1 when it does not apply.
 */
export interface BlockReader {
  readonly source: Source
  readonly text: string
  readonly environment: Environment
  readonly inline: InlineReader
  /** Reads one block of any kind. */
  readonly block: BlockFunction
}

export type BlockFunction = (reader: BlockReader, index: number) => number

export const blockReader = (source: Source, environment: Environment, block: BlockFunction): BlockReader => ({
  source,
  text: source.text,
  environment,
  inline: inlineReader(source, environment, readInline),
  block,
})

/** Reads all blocks of a container whose source has been cut out; its facts join those of the text around it. */
export function readContainer(reader: BlockReader, source: Source): void {
  const { environment } = reader
  const inner = blockReader(source, environment, reader.block)
  inner.inline.facts = reader.inline.facts
  environment.nesting++
  readBlocks(inner, 0, () => false)
  environment.nesting--
}

/** Reads blocks up to the end of the text or to where `stop` says so; gives the index it came to. */
export function readBlocks(reader: BlockReader, index: number, stop: (index: number) => boolean): number {
  let at = index
  while (at < reader.text.length && !stop(at)) {
    const next = reader.block(reader, at)
    if (next <= at) break
    at = next
  }
  return at
}

/** Runs `read` and takes away the facts it found. */
export function collectFacts(reader: BlockReader, read: () => void): Fact[] {
  const mark = reader.inline.facts.length
  read()
  return reader.inline.facts.splice(mark)
}

export const nextIn = (reader: BlockReader) => (what: string, from: number) => nextOf(reader.inline, what, from)
