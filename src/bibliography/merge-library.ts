import { citekeyIndex } from './citekey-index.ts'
import { OverlaidMap, overlaps } from './overlaid-map.ts'
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
  const lists = [...sources.map(source => source.bibliography?.references ?? []), inline].filter(
    list => list.length > 0,
  )
  const indexes = lists.map(citekeyIndex)
  const shared: { readonly reference: Reference; readonly by: Reference }[] = []
  let references: Library['references'] = indexes[0]?.references ?? new Map()
  for (const { references: upper } of indexes.slice(1)) {
    const overlap = overlaps(references, upper)
    references = new OverlaidMap(references, upper, new Set(overlap.map(({ reference }) => reference.citekey)))
    shared.push(...overlap)
  }
  // What is made of a library is kept by its references, among them a search that has what is offered in it.
  if (indexes.length === 1 && own.length > 0) references = new OverlaidMap(references, new Map(), new Set())
  const aliases = new Map(indexes.flatMap(({ aliases }) => [...aliases]).filter(([alias]) => !references.has(alias)))
  const duplicates = indexes.flatMap(({ duplicates }) => duplicates)
  const overridden = shared.map(({ reference }) => ({ reference, by: references.get(reference.citekey)! }))
  return { references, aliases, duplicates, overridden, sources, offered: offeredBy(own, references) }
}

/** Whether a bibliography has yet to be read, so that nothing can be said of a citekey that no reference has. */
export const isUnread = ({ sources }: Pick<Library, 'sources'>): boolean =>
  sources.some(({ unread }) => unread !== undefined)

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
