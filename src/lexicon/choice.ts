import type { Concept, PackSource } from './concept.ts'

/** What of a lexicon is in use; of what is not said, all. Categories and packs are compared without regard to case. */
export interface LexiconChoice {
  readonly enabled?: boolean
  /** Only these categories. */
  readonly categories?: readonly string[]
  /** All categories but these. */
  readonly exceptCategories?: readonly string[]
  /** Only the packs with these ids, of an index that holds several. */
  readonly packs?: readonly string[]
  readonly exceptPacks?: readonly string[]
}

/** Whether a choice leaves everything in use. */
export const isWhole = ({ categories, exceptCategories, packs, exceptPacks }: LexiconChoice): boolean =>
  [categories, exceptCategories, packs, exceptPacks].every(list => list === undefined || list.length === 0)

/** Tells of a category of a pack whether it is in use. */
export function chosen(choice: LexiconChoice): (pack: PackSource, category: string) => boolean {
  const passes = (only: readonly string[] | undefined, except: readonly string[] | undefined) => {
    const [wanted, unwanted] = [only, except].map(list => new Set(list?.map(folded)))
    return (name: string) => (wanted!.size === 0 || wanted!.has(folded(name))) && !unwanted!.has(folded(name))
  }
  const isCategory = passes(choice.categories, choice.exceptCategories)
  const isPack = passes(choice.packs, choice.exceptPacks)
  return (pack, category) => isPack(pack.id) && isCategory(category)
}

/** The concepts of a pack that a choice leaves in use. */
export function chosenConcepts(concepts: readonly Concept[], choice: LexiconChoice): readonly Concept[] {
  if (isWhole(choice)) return concepts
  const isOn = chosen(choice)
  return concepts.filter(({ pack, category }) => isOn(pack, category))
}

/** What a choice names that a lexicon does not have. */
export function unknownIn(
  choice: LexiconChoice,
  packs: readonly PackSource[],
  categories: readonly string[],
): readonly { readonly kind: 'category' | 'pack'; readonly name: string; readonly among: readonly string[] }[] {
  const missing = (kind: 'category' | 'pack', names: readonly string[], among: readonly string[]) => {
    const known = new Set(among.map(folded))
    return names.filter(name => !known.has(folded(name))).map(name => ({ kind, name, among }))
  }
  const ids = packs.map(({ id }) => id)
  return [
    ...missing('category', [...(choice.categories ?? []), ...(choice.exceptCategories ?? [])], categories),
    ...missing('pack', [...(choice.packs ?? []), ...(choice.exceptPacks ?? [])], ids),
  ]
}

const folded = (name: string): string => name.trim().toLowerCase().replaceAll('_', ' ')
