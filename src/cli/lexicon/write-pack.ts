import type { LexiconReading } from '../../lexicon/readers/reader.ts'

/** A lexicon of any format as a pack of Stroma's own (`docs/lexicon-packs.md`), as JSON; it reads back as it was written. */
export function writePack({ source, concepts }: LexiconReading): string {
  const { id, title, version, licence, citation, doi, pmid } = source
  const pack = {
    schemaVersion: 1,
    id,
    title,
    version,
    licence,
    source: { citation, ...(doi && { doi }), ...(pmid && { pmid }) },
    concepts: concepts.map(({ pack: _pack, statements, relations, identifiers, ...concept }) => ({
      ...concept,
      ...(statements.length > 0 && { statements }),
      ...(relations.length > 0 && { relations }),
      ...(identifiers.length > 0 && { identifiers }),
    })),
  }
  return `${JSON.stringify(pack, undefined, 1)}\n`
}
