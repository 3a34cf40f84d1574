import type { Span } from '../text/span.ts'
import type { Concept, Mention, SurfaceForm } from './concept.ts'
import type { FormStore } from './form-store.ts'

/** A mention that knows its form and concepts by number and looks them up when asked: most are never asked. */
export class FoundMention implements Mention {
  readonly span: Span
  readonly parts?: readonly Mention[]
  private readonly store: FormStore
  private readonly formNumber: number
  private readonly likeliest: number
  private readonly others: ReadonlySet<number> | undefined

  constructor(
    store: FormStore,
    span: Span,
    form: number,
    likeliest: number,
    others: ReadonlySet<number> | undefined,
    parts?: readonly Mention[],
  ) {
    this.span = span
    this.store = store
    this.formNumber = form
    this.likeliest = likeliest
    this.others = others
    if (parts) this.parts = parts
  }

  get form(): SurfaceForm {
    return this.store.formAt(this.formNumber)
  }

  get concepts(): readonly [Concept, ...Concept[]] {
    const likeliest = this.store.conceptAt(this.likeliest)
    return this.others ? [likeliest, ...Array.from(this.others, this.store.conceptAt)] : [likeliest]
  }

  toJSON(): Omit<Mention, 'moved'> {
    const { span, form, concepts, parts } = this
    return { span, form, concepts, ...(parts ? { parts } : {}) }
  }

  moved(by: number): Mention {
    const parts = this.parts?.map(part => part.moved(by))
    const span = { start: this.span.start + by, end: this.span.end + by }
    return new FoundMention(this.store, span, this.formNumber, this.likeliest, this.others, parts)
  }
}
