import { readPack } from './read-pack.ts'
import { meshAscii } from './readers/mesh-ascii.ts'
import { meshXml } from './readers/mesh-xml.ts'
import { obo } from './readers/obo.ts'
import { oboGraph } from './readers/obo-graph.ts'
import type { LexiconFormat, LexiconReader, LexiconReading } from './readers/reader.ts'
import { skos } from './readers/skos.ts'
import { sssom } from './readers/sssom.ts'
import { table } from './readers/table.ts'

/** Every reader of a foreign format; the first that recognises a text reads it. */
export const LEXICON_READERS: readonly LexiconReader[] = [obo, oboGraph, meshXml, meshAscii, sssom, skos, table]

/**
 * Reads a lexicon in any format that Stroma knows: by the ending of its name and by its content, else as a pack of
 * Stroma's own (`docs/lexicon-packs.md`). Never throws; `text` has no byte order mark.
 */
export function readLexicon(text: string, uri: string): LexiconReading & { readonly format: LexiconFormat } {
  const name = uri.toLowerCase()
  const named = LEXICON_READERS.filter(({ extensions }) => extensions.some(extension => name.endsWith(extension)))
  const reader =
    named.find(({ recognises }) => recognises(text)) ??
    (/\.(?:ya?ml|json)$/.test(name) ? undefined : LEXICON_READERS.find(({ recognises }) => recognises(text))) ??
    named.find(({ format }) => format !== 'obo-graph')
  return reader ? { format: reader.format, ...reader.read(text, uri) } : { format: 'stroma', ...readPack(text, uri) }
}
