import { type FrontMatter, isProse, type MetadataString } from '../front-matter.ts'
import { readBlock } from './block/block.ts'
import { blockReader, readBlocks } from './block/reader.ts'
import { newEnvironment, type PandocOptions } from './environment.ts'
import type { MetadataFacts } from './facts.ts'
import { type Carried, carriedOf } from './pieces.ts'
import { type Source, sourceBuilder } from './source.ts'

/** Reads the strings in the front matter, all of which Pandoc reads as Markdown. */
export function readMetadataStrings(
  { strings }: FrontMatter,
  options: PandocOptions,
  before: Carried,
): { readonly groups: readonly MetadataFacts[]; readonly after: Carried } {
  const environment = newEnvironment(options)
  const groups = [...strings]
    .sort((a, b) => comparePaths(a.path, b.path))
    .map(string => {
      const reader = blockReader(sourceOf(string), environment, readBlock)
      readBlocks(reader, 0, () => false)
      return {
        field: string.path[0] ?? '',
        facts: reader.inline.facts,
        prose: isProse(string) ? string.span : undefined,
      }
    })
  return { groups, after: carriedOf(environment, before) }
}

function sourceOf({ value, span, offsets }: MetadataString): Source {
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
