import { lazy } from '../text/memo.ts'
import type { Concept, PackSource, SurfaceForm } from './concept.ts'

/** How many decoded concepts are kept; a manuscript speaks of far fewer. */
const KEPT = 5000

/** Concepts that are decoded when they are asked for, by number and by id. */
export function lazyConcepts(
  count: number,
  decode: (number: number) => Concept,
  find: (id: string, has: (number: number) => boolean) => number | undefined,
  packs: readonly PackSource[],
): { at(number: number): Concept; byId: ReadonlyMap<string, Concept> } {
  const kept = new Map<number, Concept>()
  const at = (number: number): Concept => {
    let concept = kept.get(number)
    if (!concept) {
      if (kept.size >= KEPT) kept.clear()
      kept.set(number, (concept = lazyConcept(() => decode(number))))
    }
    return concept
  }
  const keyIs = (key: string, { id, pack }: Concept) => id === key || `${pack.id}/${id}` === key
  const numberOf = (key: string) => find(key, number => keyIs(key, at(number)))
  const keyOf = (number: number): string => {
    const { id, pack } = at(number)
    return packs.length > 1 && numberOf(id) !== number ? `${pack.id}/${id}` : id
  }
  const numbers = () => Array.from({ length: count }, (_, number) => number)
  const entries = () => numbers().map((number): [string, Concept] => [keyOf(number), at(number)])
  const byId: ReadonlyMap<string, Concept> = {
    size: count,
    has: key => numberOf(key) !== undefined,
    get: key => {
      const number = numberOf(key)
      return number === undefined ? undefined : at(number)
    },
    entries: () => entries().values(),
    keys: () => numbers().map(keyOf).values(),
    values: () => numbers().map(at).values(),
    forEach(visit) {
      for (const [key, concept] of entries()) visit(concept, key, byId)
    },
    [Symbol.iterator]: () => entries().values(),
  }
  return { at, byId }
}

/** A concept that is decoded when one of its fields is first looked at. */
function lazyConcept(decode: () => Concept): Concept {
  const concept = lazy(decode)
  return {
    get id() {
      return concept().id
    },
    get label() {
      return concept().label
    },
    get category() {
      return concept().category
    },
    get statements() {
      return concept().statements
    },
    get relations() {
      return concept().relations
    },
    get surfaceForms() {
      return concept().surfaceForms
    },
    get identifiers() {
      return concept().identifiers
    },
    get cues() {
      return concept().cues as NonNullable<Concept['cues']>
    },
    get pack() {
      return concept().pack
    },
  }
}

/** A surface form that is decoded when it is first looked at. */
export function lazyForm(decode: () => SurfaceForm): SurfaceForm {
  const form = lazy(decode)
  return {
    get text() {
      return form().text
    },
    get kind() {
      return form().kind
    },
    get caseSensitive() {
      return form().caseSensitive ?? false
    },
    get ambiguous() {
      return form().ambiguous ?? false
    },
  }
}
