import type { Concept, PackSource, SurfaceForm } from './concept.ts'

/** How many decoded concepts are kept; a manuscript speaks of far fewer. */
const KEPT = 20_000

/** Concepts that are decoded when they are asked for, by number and by id; `byId` has those that are in use. */
export function lazyConcepts(
  count: number,
  decode: (number: number) => Concept,
  find: (id: string, has: (number: number) => boolean) => number | undefined,
  packs: readonly PackSource[],
  isOn: (number: number) => boolean,
): { at(number: number): Concept; byId: ReadonlyMap<string, Concept> } {
  const kept = new Map<number, Concept>()
  const at = (number: number): Concept => {
    let concept = kept.get(number)
    if (!concept) {
      if (kept.size >= KEPT) kept.clear()
      kept.set(number, (concept = new LazyConcept(decode, number)))
    }
    return concept
  }
  const keyIs = (key: string, { id, pack }: Concept) => id === key || `${pack.id}/${id}` === key
  const numberOf = (key: string) => find(key, number => isOn(number) && keyIs(key, at(number)))
  const keyOf = (number: number): string => {
    const { id, pack } = at(number)
    return packs.length > 1 && numberOf(id) !== number ? `${pack.id}/${id}` : id
  }
  function* numbers(): Generator<number, undefined> {
    for (let number = 0; number < count; number++) if (isOn(number)) yield number
  }
  function* entries(): Generator<[string, Concept], undefined> {
    for (const number of numbers()) yield [keyOf(number), at(number)]
  }
  function* keys(): Generator<string, undefined> {
    for (const number of numbers()) yield keyOf(number)
  }
  // not kept: who goes through all of them looks at each once
  function* values(): Generator<Concept, undefined> {
    for (const number of numbers()) yield kept.get(number) ?? decode(number)
  }
  let size = 0
  for (const _ of numbers()) size++
  const byId: ReadonlyMap<string, Concept> = {
    size,
    has: key => numberOf(key) !== undefined,
    get: key => {
      const number = numberOf(key)
      return number === undefined ? undefined : at(number)
    },
    entries,
    keys,
    values,
    forEach(visit) {
      for (const [key, concept] of entries()) visit(concept, key, byId)
    },
    [Symbol.iterator]: entries,
  }
  return { at, byId }
}

/**
 * A concept that is decoded when one of its fields is first looked at. A class, since an index makes one for every mention
 * and closures would take ten times the memory.
 */
class LazyConcept implements Concept {
  private decoded: Concept | undefined
  private readonly decode: (number: number) => Concept
  private readonly number: number
  constructor(decode: (number: number) => Concept, number: number) {
    this.decode = decode
    this.number = number
  }
  toJSON(): Concept {
    return (this.decoded ??= this.decode(this.number))
  }
  get id() {
    return this.toJSON().id
  }
  get label() {
    return this.toJSON().label
  }
  get category() {
    return this.toJSON().category
  }
  get statements() {
    return this.toJSON().statements
  }
  get relations() {
    return this.toJSON().relations
  }
  get surfaceForms() {
    return this.toJSON().surfaceForms
  }
  get identifiers() {
    return this.toJSON().identifiers
  }
  get cues() {
    return this.toJSON().cues as NonNullable<Concept['cues']>
  }
  get pack() {
    return this.toJSON().pack
  }
}

/** What an index that was tampered with may lead to. */
const NO_FORM: SurfaceForm = { text: '', kind: 'synonym' }

/** A surface form of a concept, looked up when it is first looked at. */
export class LazyForm implements SurfaceForm {
  private readonly concept: Concept
  private readonly ordinal: number
  constructor(concept: Concept, ordinal: number) {
    this.concept = concept
    this.ordinal = ordinal
  }
  toJSON(): SurfaceForm {
    return this.concept.surfaceForms[this.ordinal] ?? NO_FORM
  }
  get text() {
    return this.toJSON().text
  }
  get kind() {
    return this.toJSON().kind
  }
  get caseSensitive() {
    return this.toJSON().caseSensitive ?? false
  }
  get ambiguous() {
    return this.toJSON().ambiguous ?? false
  }
}
