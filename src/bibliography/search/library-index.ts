import { type Steps, within } from '../../text/steps.ts'
import type { Reference } from '../reference.ts'
import { indexReferences, type ReferenceIndex } from './reference-index.ts'

/**
 * The words of a library: an index of all references that it had when that was made, and one of those that have changed or
 * come since. It holds no reference, and so no text that they were read from.
 */
export interface LibraryIndex {
  readonly parts: readonly IndexPart[]
  /** What the references of the first part are known by, by number in it; nothing for those that are gone. */
  readonly identities: readonly (object | undefined)[]
}

/** An index of some references of a library. */
export interface IndexPart extends ReferenceIndex {
  /** By number of reference in the index its place in the library, or {@link GONE}. */
  readonly places: Int32Array
}

/** In place of the place of a reference that the library does not have any more. */
export const GONE = -1

/**
 * The share of a library, as a divisor, that may have changed before it is indexed whole. What has changed is indexed
 * again with each further change, and words of what is gone are passed over in each search: by an eighth, that is a
 * change for an eighth of the price.
 */
const SHARE = 8

/**
 * Indexes a library; with `earlier`, an index of what it was before, the references that have changed since then. Calls
 * `onWhole` before it begins to index all of them, which takes long.
 */
export function* indexLibrary(
  references: readonly Reference[],
  earlier?: LibraryIndex,
  onWhole: () => void = () => undefined,
): Steps<LibraryIndex> {
  const carried = earlier && (yield* within(0, 0.1, carriedOn(references, earlier.identities)))
  if (!carried || carried.changed.length > references.length / SHARE || carried.gone > carried.places.length / SHARE) {
    onWhole()
    const index = yield* within(carried ? 0.1 : 0, 1, indexReferences(references))
    const places = new Int32Array(references.length).map((_, number) => number)
    return { parts: [{ ...index, places }], identities: references.map(({ identity }) => identity) }
  }
  const { places, changed } = carried
  const first = { ...earlier.parts[0]!, places }
  const identities = earlier.identities.map((identity, number) => (places[number] === GONE ? undefined : identity))
  if (changed.length === 0) return { parts: [first], identities }
  const index = yield* within(0.1, 1, indexReferences(changed.map(place => references[place]!)))
  return { parts: [first, { ...index, places: Int32Array.from(changed) }], identities }
}

/** What has become of the references of an index. */
interface Carried {
  readonly places: Int32Array
  /** How many are gone. */
  readonly gone: number
  /** The places of references that the index does not have. */
  readonly changed: readonly number[]
}

/** How many references are looked for in one step. */
const STEP = 4096

/** Finds the references of an index in a library: most stand at the beginning or at the end, in the same order. */
function* carriedOn(references: readonly Reference[], identities: LibraryIndex['identities']): Steps<Carried> {
  const size = identities.length
  const distance = references.length - size
  const most = Math.min(size, references.length)
  const isAt = (number: number, place: number): boolean =>
    identities[number] !== undefined && identities[number] === references[place]!.identity
  let before = 0
  while (before < most && isAt(before, before)) before++
  let after = 0
  while (after < most - before && isAt(size - 1 - after, references.length - 1 - after)) after++

  const places = new Int32Array(size).map((_, number) =>
    number < before ? number : number >= size - after ? number + distance : GONE,
  )
  const between = new Map<object, number>()
  for (let number = before; number < size - after; number++) {
    const identity = identities[number]
    if (identity) between.set(identity, number)
    if (number % STEP === 0) yield 0
  }
  const changed: number[] = []
  for (let place = before; place < references.length - after; place++) {
    const { identity } = references[place]!
    const number = identity && between.get(identity)
    if (number === undefined || places[number] !== GONE) changed.push(place)
    else places[number] = place
    if (place % STEP === 0) yield place / references.length
  }
  return { places, gone: size - (references.length - changed.length), changed }
}
