import type { Span } from '../text/span.ts'
import type { Concept, Mention, SurfaceForm } from './concept.ts'
import type { Settled } from './settled.ts'

/** A candidate that became a mention, so many units later in the prose than it was found. Looks everything up when asked. */
export class FoundMention implements Mention {
  private readonly settled: Settled
  private readonly index: number
  private readonly by: number

  constructor(settled: Settled, index: number, by = 0) {
    this.settled = settled
    this.index = index
    this.by = by
  }

  get span(): Span {
    const { starts, ends } = this.settled.found
    return { start: starts[this.index]! + this.by, end: ends[this.index]! + this.by }
  }

  get form(): SurfaceForm {
    return this.settled.store.formAt(this.settled.forms[this.index]!)
  }

  get concepts(): readonly [Concept, ...Concept[]] {
    const { store, concepts } = this.settled
    const likeliest = store.conceptAt(concepts[this.index]!)
    const others = this.settled.othersOf(this.index)
    return others ? [likeliest, ...Array.from(others, store.conceptAt)] : [likeliest]
  }

  get parts(): readonly Mention[] | undefined {
    const { firstParts, nextParts } = this.settled
    const first = firstParts[this.index]!
    if (first === 0) return undefined
    const parts: Mention[] = []
    for (let part = first; part !== 0; part = nextParts[part - 1]!) {
      parts.push(new FoundMention(this.settled, part - 1, this.by))
    }
    return parts
  }

  toJSON(): Omit<Mention, 'moved'> {
    const { span, form, concepts, parts } = this
    return { span, form, concepts, ...(parts ? { parts } : {}) }
  }

  moved(by: number): Mention {
    return new FoundMention(this.settled, this.index, this.by + by)
  }
}
