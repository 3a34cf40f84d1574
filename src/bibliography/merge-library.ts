import type { BibliographySource, Library, Offered, Reference } from './reference.ts'

/**
 * The library of a manuscript, put together as Pandoc does (manual, “Specifying bibliographic data”): a later bibliography
 * overrides an earlier one, `inline` references override them all, and of two references with one key in a bibliography
 * the last one counts. `own` is the author's library, which is offered and not merged.
 */
export function mergeLibrary(
  sources: readonly BibliographySource[],
  inline: readonly Reference[] = [],
  own: readonly BibliographySource[] = [],
): Library {
  const references = new Map<string, Reference>()
  const aliases = new Map<string, Reference>()
  const duplicates: { reference: Reference; first: Reference }[] = []
  const earlier: Reference[] = []
  for (const list of [...sources.map(source => source.bibliography?.references ?? []), inline]) {
    const own = new Map<string, Reference>()
    for (const reference of list) {
      const first = own.get(reference.citekey)
      if (first) duplicates.push({ reference, first })
      else {
        own.set(reference.citekey, reference)
        const before = references.get(reference.citekey)
        if (before) earlier.push(before)
      }
      references.set(reference.citekey, reference)
      for (const alias of reference.aliases ?? []) aliases.set(alias, reference)
    }
  }
  for (const alias of aliases.keys()) if (references.has(alias)) aliases.delete(alias)
  const overridden = earlier.map(reference => ({ reference, by: references.get(reference.citekey)! }))
  return { references, aliases, duplicates, overridden, sources, offered: offeredBy(own, references) }
}

/** Citekeys that several references have, with the reference that is cited by each and the one that is not. */
export const clashes = ({
  references,
  duplicates,
  overridden,
}: Library): readonly { readonly citekey: string; readonly winner: Reference; readonly loser: Reference }[] => [
  ...duplicates.map(({ reference, first }) => {
    const winner = references.get(reference.citekey) ?? first
    return { citekey: reference.citekey, winner, loser: winner === reference ? first : reference }
  }),
  ...overridden.map(({ reference, by }) => ({ citekey: reference.citekey, winner: by, loser: reference })),
]

function offeredBy(sources: readonly BibliographySource[], known: ReadonlyMap<string, Reference>): Offered {
  const references = new Map<string, Reference>()
  for (const { bibliography } of sources) {
    for (const reference of bibliography?.references ?? []) {
      if (!known.has(reference.citekey)) references.set(reference.citekey, reference)
    }
  }
  return { references, sources }
}
