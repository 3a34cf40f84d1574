import type { FrontMatter, MetadataString } from '../front-matter.ts'
import type { Reading } from '../reading.ts'
import { readBlock } from './block/block.ts'
import { blockReader, readBlocks } from './block/reader.ts'
import { type Environment, newEnvironment, type PandocOptions } from './environment.ts'
import { type FactGroup, resolve } from './resolve.ts'
import { rootSource, type Source, sourceBuilder } from './source.ts'

export type { PandocOptions } from './environment.ts'

/** Reads a text as Pandoc 3.10 does with `--from markdown`. The front matter is the caller's to find. */
export function readPandoc(text: string, frontMatter: FrontMatter, options: PandocOptions): Reading {
  const environment = newEnvironment(options)
  const groups: FactGroup[] = [...frontMatter.strings]
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(string => ({ field: string.path[0] ?? '', facts: read(sourceOfString(string), environment) }))
  const start = frontMatter.span?.end ?? 0
  groups.push({ facts: read(rootSource(`${text.slice(start)}\n\n\n`, start), environment) })
  if (frontMatter.span) groups.push({ facts: [{ type: 'blank', span: frontMatter.span }] })
  const reading = resolve(groups, environment.examples)
  return { ...reading, problems: environment.problems }
}

function read(source: Source, environment: Environment) {
  const reader = blockReader(source, environment, readBlock)
  readBlocks(reader, 0, () => false)
  return reader.inline.facts
}

/** A string of the metadata, which Pandoc reads as Markdown. */
function sourceOfString({ value, span, offsets }: MetadataString): Source {
  const builder = sourceBuilder()
  if (offsets) for (let index = 0; index < value.length; index++) builder.add(value.charAt(index), offsets[index]!)
  else builder.add(value, span.start)
  builder.add('\n', -1)
  return builder.source()
}

/** Pandoc keeps metadata by name, in the order of the alphabet. */
function comparePaths(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (a[index] !== b[index]) return a[index]! < b[index]! ? -1 : 1
  }
  return a.length - b.length
}
