import { atOnce, type Steps, within } from '../text/steps.ts'
import { CitekeyMap, type KeyNumbers, NOWHERE } from './citekey-map.ts'
import type { Bibliography, Reference } from './reference.ts'

/** The references of one bibliography by what they are cited by. */
export interface CitekeyIndex {
  /** Of references with one key the last, in the order in which the keys come first. */
  readonly references: ReadonlyMap<string, Reference>
  readonly aliases: ReadonlyMap<string, Reference>
  /** References whose citekey an earlier one has; `first` is that one. */
  readonly duplicates: readonly { readonly reference: Reference; readonly first: Reference }[]
}

/** How many references are entered in one step. */
const STEP = 2048

/** An index, and the numbers of its keys, to which a later one may add. */
interface Made {
  readonly index: CitekeyIndex
  readonly numbers: KeyNumbers & { readonly byKey: Map<string, number> }
}

const kept = new WeakMap<readonly Reference[], Made>()

/** The index of a list of references; made once for as long as the list is in use. */
export const citekeyIndex = (list: readonly Reference[]): CitekeyIndex => atOnce(indexing(list))

/** Makes the index of a bibliography in steps; with `earlier`, a reading that it took over from, only what changed is entered anew. */
export const citekeyIndexing = (bibliography: Bibliography, earlier?: Bibliography): Steps<CitekeyIndex> =>
  // Other readers give citekeys that point into the text; to take them over would hold it.
  indexing(
    bibliography.references,
    earlier?.lineage && earlier.lineage === bibliography.lineage ? earlier.references : undefined,
  )

function* indexing(list: readonly Reference[], earlier?: readonly Reference[]): Steps<CitekeyIndex> {
  const known = kept.get(list)
  if (known) return known.index
  const before = earlier && kept.get(earlier)
  const numbers = yield* within(0, 0.5, numbersOf(list, before && { list: earlier, ...before.numbers }))
  const lasts = new Int32Array(numbers.byKey.size).fill(NOWHERE)
  const firsts = new Map<number, number>()
  const aliases = new Map<string, Reference>()
  const duplicates: { reference: Reference; first: Reference }[] = []
  for (let place = 0; place < list.length; place++) {
    const reference = list[place]!
    const key = numbers.at[place]!
    const last = lasts[key]!
    if (last !== NOWHERE) {
      const first = firsts.get(key) ?? last
      firsts.set(key, first)
      duplicates.push({ reference, first: list[first]! })
    }
    lasts[key] = place
    for (const alias of reference.aliases ?? []) aliases.set(alias, reference)
    if (place % STEP === STEP - 1) yield 0.5 + (0.5 * place) / list.length
  }
  const size = list.length - duplicates.length
  const index = { references: new CitekeyMap(list, numbers, { lasts, firsts, size }), aliases, duplicates }
  kept.set(list, { index, numbers })
  return index
}

/** So many times more keys than references may be numbered: then those that are gone are forgotten. */
const MOST_KEYS = 2

/** Numbers the keys of a list as those of an earlier one, most of which stand at its beginning or at its end. */
function* numbersOf(
  list: readonly Reference[],
  earlier?: Made['numbers'] & { readonly list: readonly Reference[] },
): Steps<Made['numbers']> {
  const at = new Int32Array(list.length)
  const isUsable = earlier && earlier.byKey.size <= MOST_KEYS * list.length
  const byKey = isUsable ? earlier.byKey : new Map<string, number>()
  const old = isUsable ? earlier.list : []
  const most = Math.min(old.length, list.length)
  let before = 0
  while (before < most && old[before]!.citekey === list[before]!.citekey) before++
  let after = 0
  while (after < most - before && old[old.length - 1 - after]!.citekey === list[list.length - 1 - after]!.citekey)
    after++
  if (isUsable) {
    at.set(earlier.at.subarray(0, before))
    at.set(earlier.at.subarray(old.length - after), list.length - after)
  }
  for (let place = before; place < list.length - after; place++) {
    const { citekey } = list[place]!
    const known = byKey.get(citekey)
    at[place] = known ?? byKey.size
    if (known === undefined) byKey.set(citekey, byKey.size)
    if (place % STEP === STEP - 1) yield place / list.length
  }
  return { byKey, at }
}
