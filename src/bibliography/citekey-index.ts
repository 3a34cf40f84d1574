import { atOnce, type Steps } from '../text/steps.ts'
import type { Reference } from './reference.ts'

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

const kept = new WeakMap<readonly Reference[], CitekeyIndex>()

/** The index of a list of references; made once for as long as the list is in use. */
export const citekeyIndex = (list: readonly Reference[]): CitekeyIndex => atOnce(citekeyIndexing(list))

/** Makes the index in steps. */
export function* citekeyIndexing(list: readonly Reference[]): Steps<CitekeyIndex> {
  const known = kept.get(list)
  if (known) return known
  const references = new Map<string, Reference>()
  const aliases = new Map<string, Reference>()
  const firsts = new Map<string, Reference>()
  const duplicates: { reference: Reference; first: Reference }[] = []
  let count = 0
  for (const reference of list) {
    const { citekey } = reference
    const before = references.get(citekey)
    if (before) {
      const first = firsts.get(citekey) ?? before
      firsts.set(citekey, first)
      duplicates.push({ reference, first })
    }
    references.set(citekey, reference)
    for (const alias of reference.aliases ?? []) aliases.set(alias, reference)
    if (++count % STEP === 0) yield count / list.length
  }
  const index = { references, aliases, duplicates }
  kept.set(list, index)
  return index
}
