import { AMBIGUOUS, type Candidates, type FormStore, isShortCapitals } from './candidates.ts'
import type { CueIndex } from './cues.ts'
import type { Definitions } from './definitions.ts'
import { isBlankLine, type Tokens } from './tokens.ts'

/**
 * What candidates mean: their form decides, or a definition in the manuscript, or for ambiguous forms the paragraph around
 * them. Candidates are settled in their order.
 */
export class Meanings {
  /** By candidate that means something: the likeliest form and its concept. */
  readonly forms: Int32Array
  readonly concepts: Int32Array
  /** The less likely concepts of the few candidates that have some, likeliest first. */
  readonly others = new Map<number, Set<number>>()
  private readonly store: FormStore
  private readonly prose: string
  private readonly tokens: Tokens
  private readonly found: Candidates
  private readonly definitions: Definitions
  private readonly cues: CueIndex
  /** The paragraph of the candidate last asked for, in tokens, and its candidates. */
  private paragraphEnd = 0
  private firstInside = 0
  private endInside = 0
  private certain: Set<number> | undefined

  constructor(
    store: FormStore,
    prose: string,
    tokens: Tokens,
    found: Candidates,
    definitions: Definitions,
    cues: CueIndex,
  ) {
    this.store = store
    this.prose = prose
    this.tokens = tokens
    this.found = found
    this.definitions = definitions
    this.cues = cues
    this.forms = new Int32Array(found.count)
    this.concepts = new Int32Array(found.count)
  }

  /** Finds out what a candidate means; false when nothing speaks for a meaning. */
  settle(index: number): boolean {
    const { froms, forms } = this.found
    const { formConcepts, formFlags } = this.store
    if (this.definitions.known) return this.weigh(index)
    const from = froms[index]!
    for (let place = from; place < froms[index + 1]!; place++) {
      const form = forms[place]!
      if ((formFlags[form]! & AMBIGUOUS) !== 0) {
        this.others.delete(index)
        return this.weigh(index)
      }
      if (place > from) this.addOther(index, formConcepts[form]!)
      else {
        this.forms[index] = form
        this.concepts[index] = formConcepts[form]!
      }
    }
    return true
  }

  private weigh(index: number): boolean {
    const { formConcepts } = this.store
    const readings = this.readingsOf(index)
    if (readings.length === 0) return false
    if (readings.length > 1) readings.sort((a, b) => b.weight - a.weight)
    const { form } = readings[0]!
    this.forms[index] = form
    this.concepts[index] = formConcepts[form]!
    for (const { form } of readings) this.addOther(index, formConcepts[form]!)
    return true
  }

  private addOther(index: number, concept: number): void {
    if (concept === this.concepts[index]) return
    const others = this.others.get(index)
    if (others) others.add(concept)
    else this.others.set(index, new Set([concept]))
  }

  /** Whether a candidate that was settled means a concept. */
  means(index: number, concept: number): boolean {
    return this.concepts[index] === concept || (this.others.get(index)?.has(concept) ?? false)
  }

  /** Takes concepts away from what a candidate means; false when nothing is left. */
  without(index: number, isTaken: (concept: number) => boolean): boolean {
    const others = this.others.get(index)
    if (!others) return !isTaken(this.concepts[index]!)
    const before = [this.concepts[index]!, ...others]
    const after = before.filter(concept => !isTaken(concept))
    if (after.length === before.length) return true
    const [likeliest, ...rest] = after
    if (likeliest === undefined) return false
    this.concepts[index] = likeliest
    this.others.set(index, new Set(rest))
    return true
  }

  private readingsOf(index: number): { form: number; weight: number }[] {
    const { formConcepts, formFlags } = this.store
    const { starts, ends } = this.found
    const forms = this.found.formsOf(index)
    if (this.definitions.known) {
      const defined = this.definitions.meaningOf(this.prose.slice(starts[index], ends[index]))
      if (defined) return forms.filter(form => defined.has(formConcepts[form]!)).map(form => ({ form, weight: 0 }))
    }
    const readings: { form: number; weight: number }[] = []
    const inName = this.isInName(index)
    for (const form of forms) {
      if ((formFlags[form]! & AMBIGUOUS) === 0) readings.push({ form, weight: 0 })
      else if (!inName) {
        const weight = this.weightOf(formConcepts[form]!, index)
        if (weight !== undefined) readings.push({ form, weight: weight - 1000 })
      }
    }
    return readings
  }

  /** How much the paragraph speaks for the concept; nothing when it does not. */
  private weightOf(concept: number, index: number): number | undefined {
    this.enter(index)
    const weight = this.cues.support(concept, this.found.firsts[index]!, this.found.lasts[index]!)
    return weight ?? (this.isNamed(concept) ? 0 : undefined)
  }

  /** Reads the paragraph of a candidate unless it is the one that was read last. */
  private enter(index: number): void {
    const { firsts, count } = this.found
    const first = firsts[index]!
    if (first < this.paragraphEnd) return
    let start = first
    while (start > this.paragraphEnd && !isBlankLine(this.tokens, start - 1)) start--
    let end = first + 1
    while (end < this.tokens.count && !isBlankLine(this.tokens, end)) end++
    this.paragraphEnd = end
    this.firstInside = this.endInside
    while (this.firstInside < count && firsts[this.firstInside]! < start) this.firstInside++
    this.endInside = this.firstInside
    while (this.endInside < count && firsts[this.endInside]! < end) this.endInside++
    this.certain = undefined
    this.eachConcept((concept, ambiguous) => {
      if (ambiguous) this.cues.add(concept, this.store.conceptAt)
    })
    this.cues.read(this.tokens, start, end)
  }

  /** Whether the concept is named without doubt in the paragraph. */
  private isNamed(concept: number): boolean {
    if (!this.certain) {
      const certain = new Set<number>()
      this.eachConcept((concept, ambiguous) => void (ambiguous || certain.add(concept)))
      this.certain = certain
    }
    return this.certain.has(concept)
  }

  /** Shows what the forms in the paragraph may mean. */
  private eachConcept(visit: (concept: number, ambiguous: boolean) => void): void {
    const { froms, forms } = this.found
    for (let place = froms[this.firstInside]!; place < froms[this.endInside]!; place++) {
      const form = forms[place]!
      visit(this.store.formConcepts[form]!, (this.store.formFlags[form]! & AMBIGUOUS) !== 0)
    }
  }

  /** Whether a word with a capital stands in a name (“National Cancer Institute”) or is half of another one (“EC-SOD”). */
  private isInName(index: number): boolean {
    const { firsts, lasts, starts, ends } = this.found
    if (firsts[index] !== lasts[index]) return false
    const start = starts[index]!
    const end = ends[index]!
    const code = this.prose.charCodeAt(start)
    if (code >= 0x61 && code <= 0x7a) return false
    const text = this.prose.slice(start, end)
    const before = this.prose.slice(Math.max(0, start - 30), start)
    const after = this.prose.slice(end, end + 3)
    if (isShortCapitals(text)) return /[\p{Lu}\p{N}]{2}\p{Pd}$/u.test(before) || /^\p{Pd}[\p{Lu}\p{N}]{2}/u.test(after)
    if (!/^\p{Lu}\p{Ll}+$/u.test(text)) return false
    return /\p{Lu}[\p{L}\p{N}]*[.’'s]{0,2}\s$/u.test(before) || /^\s\p{Lu}/u.test(after)
  }
}
