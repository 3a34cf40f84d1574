import type { BibliographySource, Library, Reference } from './reference.ts'

/**
 * The library of a manuscript, put together as Pandoc does (manual, “Specifying bibliographic data”): a later bibliography
 * overrides an earlier one, `inline` references override them all, and of two references with one key in a bibliography
 * the last one counts.
 */
export function mergeLibrary(sources: readonly BibliographySource[], inline: readonly Reference[] = []): Library {
  const references = new Map<string, Reference>()
  const aliases = new Map<string, Reference>()
  const duplicates: { reference: Reference; first: Reference }[] = []
  for (const list of [...sources.map(source => source.bibliography?.references ?? []), inline]) {
    const own = new Map<string, Reference>()
    for (const reference of list) {
      const first = own.get(reference.citekey)
      if (first) duplicates.push({ reference, first })
      else own.set(reference.citekey, reference)
      references.set(reference.citekey, reference)
      for (const alias of reference.aliases ?? []) aliases.set(alias, reference)
    }
  }
  for (const alias of aliases.keys()) if (references.has(alias)) aliases.delete(alias)
  return { references, aliases, duplicates, sources }
}
