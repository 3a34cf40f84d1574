import type { Candidates } from './candidates.ts'
import { conceptOf, type FormStore } from './form-store.ts'

const NOTHING: ReadonlySet<number> = new Set()

/**
 * What candidates turned out to mean and which of them are parts of others, in columns by candidate. Mentions are views of
 * this: dense prose has tens of thousands of them, of which an editor shows a few, and columns cost no collecting of garbage.
 */
export class Settled {
  readonly store: FormStore
  readonly found: Candidates
  /** The likeliest form and its concept. */
  readonly forms: Int32Array
  readonly concepts: Int32Array
  /** The first part in the prose, and of a part the next one of its owner; one more than the candidate, or 0. */
  readonly firstParts: Int32Array
  readonly nextParts: Int32Array
  /** The less likely concepts, where they do not follow from the forms. */
  private readonly others = new Map<number, ReadonlySet<number>>()

  /** `found` must stay as it is. */
  constructor(store: FormStore, found: Candidates) {
    this.store = store
    this.found = found
    this.forms = new Int32Array(found.count)
    this.concepts = new Int32Array(found.count)
    this.firstParts = new Int32Array(found.count)
    this.nextParts = new Int32Array(found.count)
  }

  /** Says what a candidate means first. */
  settle(index: number, form: number): void {
    this.forms[index] = form
    this.concepts[index] = conceptOf(this.store, form)
  }

  /** Says that of the forms of a candidate only some are meant; `forms` has these first, up to `count`, likeliest first. */
  limit(index: number, forms: readonly number[], count: number): void {
    this.others.set(index, this.besides(index, forms, 1, count) ?? NOTHING)
  }

  /** The less likely concepts of a candidate that was settled, likeliest first; few have some. */
  othersOf(index: number): ReadonlySet<number> | undefined {
    const { froms, forms } = this.found
    const from = froms[index]!
    const to = froms[index + 1]!
    if (to - from === 1) return undefined
    const others = this.others.size > 0 ? this.others.get(index) : undefined
    return others ? (others.size > 0 ? others : undefined) : this.besides(index, forms, from + 1, to)
  }

  /** The concepts of the forms `from` to `to` of a list besides what a candidate means first. */
  private besides(index: number, forms: ArrayLike<number>, from: number, to: number): Set<number> | undefined {
    let others: Set<number> | undefined
    for (let place = from; place < to; place++) {
      const concept = conceptOf(this.store, forms[place]!)
      if (concept === this.concepts[index]) continue
      others ??= new Set()
      others.add(concept)
    }
    return others
  }

  /** Whether a candidate that was settled means a concept. */
  means(index: number, concept: number): boolean {
    return this.concepts[index] === concept || (this.othersOf(index)?.has(concept) ?? false)
  }

  /**
   * Makes a candidate part of another one, as far as it means what that and its other parts do not. Of parts that begin
   * together the longer one leads, which comes first.
   */
  addPart(owner: number, index: number): void {
    const { firstParts, nextParts } = this
    if (!this.without(index, owner)) return
    const { starts } = this.found
    let before = 0
    let after = firstParts[owner]!
    for (; after !== 0 && starts[after - 1]! <= starts[index]!; after = nextParts[after - 1]!) before = after
    nextParts[index] = after
    if (before === 0) firstParts[owner] = index + 1
    else nextParts[before - 1] = index + 1
  }

  /** Takes away from what a candidate means what another one says; false when nothing is left. */
  private without(index: number, owner: number): boolean {
    const others = this.othersOf(index)
    if (!others) return !this.says(owner, this.concepts[index]!)
    const before = [this.concepts[index]!, ...others]
    const after = before.filter(concept => !this.says(owner, concept))
    if (after.length === before.length) return true
    const [likeliest, ...rest] = after
    if (likeliest === undefined) return false
    this.concepts[index] = likeliest
    this.others.set(index, new Set(rest))
    return true
  }

  /** Whether a candidate or a part of it means a concept. */
  private says(owner: number, concept: number): boolean {
    if (this.means(owner, concept)) return true
    for (let part = this.firstParts[owner]!; part !== 0; part = this.nextParts[part - 1]!) {
      if (this.means(part - 1, concept)) return true
    }
    return false
  }
}
