import { Letter, letterAt } from '../text/letters.ts'
import { type Candidates, isShortCapitals, isSmall } from './candidates.ts'
import type { CueIndex } from './cues.ts'
import type { Definitions } from './definitions.ts'
import { conceptOf, FormFlag, type FormStore, has } from './form-store.ts'
import type { Settled } from './settled.ts'
import type { Tokens } from './tokens.ts'

/**
 * What candidates mean: their form decides, or a definition in the manuscript, or for ambiguous forms the paragraph around
 * them. Candidates are settled in their order.
 */
export class Meanings {
  private readonly settled: Settled
  private readonly store: FormStore
  private readonly prose: string
  private readonly tokens: Tokens
  private readonly found: Candidates
  private readonly definitions: Definitions
  private readonly cues: CueIndex
  /** What the candidate that is weighed may mean, likeliest first, and how much speaks for it; reused for each. */
  private readings = 0
  private readonly readForms: number[] = []
  private readonly weights: number[] = []
  /** The paragraph of the candidate last asked for, in tokens, the blank line after it, and its candidates. */
  private paragraphEnd = 0
  private blank = 0
  private firstInside = 0
  private endInside = 0
  /** What its candidates mean without doubt, once that was asked for. */
  private readonly certain = new Set<number>()
  private isCertainKnown = false

  constructor(settled: Settled, prose: string, tokens: Tokens, definitions: Definitions, cues: CueIndex) {
    this.settled = settled
    this.store = settled.store
    this.prose = prose
    this.tokens = tokens
    this.found = settled.found
    this.definitions = definitions
    this.cues = cues
  }

  /** Finds out what a candidate means; false when nothing speaks for a meaning. */
  settle(index: number): boolean {
    if (this.isDenied(index)) return false
    const { froms, forms } = this.found
    const { store } = this
    if (this.definitions.known) return this.weigh(index)
    for (let place = froms[index]!; place < froms[index + 1]!; place++) {
      if (has(store, forms[place]!, FormFlag.Ambiguous)) return this.weigh(index)
    }
    this.settled.settle(index, forms[froms[index]!]!)
    return true
  }

  /** Whether the word that a candidate begins with is the second half of “non-invasive” or “pre-metastatic”. */
  private isDenied(index: number): boolean {
    const start = this.found.starts[index]!
    const code = this.tokens.units[start - 1]
    if (code !== 0x2d && code !== 0x2010 && code !== 0x2011 && code !== 0x2013) return false
    return /(?<![\p{L}\p{N}])(?:non|pre)$/iu.test(this.prose.slice(Math.max(0, start - 5), start - 1))
  }

  /** Settles a candidate by what speaks for each of its forms; the likeliest leads, and of two as likely the earlier. */
  private weigh(index: number): boolean {
    const { store } = this
    const { froms, forms } = this.found
    const defined = this.definedAs(index)
    let inName: boolean | undefined
    this.readings = 0
    for (let place = froms[index]!; place < froms[index + 1]!; place++) {
      const form = forms[place]!
      const concept = conceptOf(store, form)
      if (defined) {
        if (defined.has(concept)) this.addReading(form, 0)
      } else if (!has(store, form, FormFlag.Ambiguous)) this.addReading(form, 0)
      else if (!(inName ??= this.isInName(index))) {
        const weight = this.weightOf(concept, index)
        if (weight !== undefined) this.addReading(form, weight - 1000)
      }
    }
    if (this.readings === 0) return false
    this.settled.settle(index, this.readForms[0]!)
    if (froms[index + 1]! - froms[index]! > 1) this.settled.limit(index, this.readForms, this.readings)
    return true
  }

  private addReading(form: number, weight: number): void {
    let place = this.readings++
    for (; place > 0 && this.weights[place - 1]! < weight; place--) {
      this.readForms[place] = this.readForms[place - 1]!
      this.weights[place] = this.weights[place - 1]!
    }
    this.readForms[place] = form
    this.weights[place] = weight
  }

  /** The concepts that the manuscript says the candidate stands for. */
  private definedAs(index: number): ReadonlySet<number> | undefined {
    if (!this.definitions.known) return undefined
    const { starts, ends } = this.found
    return this.definitions.meaningOf(this.prose.slice(starts[index], ends[index]))
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
    const { blanks, blankCount } = this.tokens
    while (this.blank < blankCount && blanks[this.blank]! < first) this.blank++
    const start = this.blank === 0 ? 0 : blanks[this.blank - 1]! + 1
    const end = this.blank < blankCount ? blanks[this.blank]! : this.tokens.count
    this.paragraphEnd = end
    this.firstInside = this.endInside
    while (this.firstInside < count && firsts[this.firstInside]! < start) this.firstInside++
    this.endInside = this.firstInside
    while (this.endInside < count && firsts[this.endInside]! < end) this.endInside++
    this.isCertainKnown = false
    const { froms, forms } = this.found
    const { store } = this
    for (let place = froms[this.firstInside]!; place < froms[this.endInside]!; place++) {
      const form = forms[place]!
      if (has(store, form, FormFlag.Ambiguous)) this.cues.add(conceptOf(store, form), store.conceptAt)
    }
    this.cues.read(this.prose, this.tokens, start, end)
  }

  /** Whether the concept is named without doubt in the paragraph. */
  private isNamed(concept: number): boolean {
    if (!this.isCertainKnown) this.findCertain()
    return this.certain.has(concept)
  }

  private findCertain(): void {
    const { froms, forms } = this.found
    const { store } = this
    this.certain.clear()
    for (let place = froms[this.firstInside]!; place < froms[this.endInside]!; place++) {
      const form = forms[place]!
      if (!has(store, form, FormFlag.Ambiguous)) this.certain.add(conceptOf(store, form))
    }
    this.isCertainKnown = true
  }

  /** Whether a word with a capital stands in a name (“National Cancer Institute”) or is half of another one (“EC-SOD”). */
  private isInName(index: number): boolean {
    const { firsts, lasts, starts, ends } = this.found
    if (firsts[index] !== lasts[index]) return false
    const start = starts[index]!
    const end = ends[index]!
    if (isSmall(this.tokens.units[start]!)) return false
    const text = this.prose.slice(start, end)
    const before = this.prose.slice(Math.max(0, start - 30), start)
    const after = this.prose.slice(end, end + 3)
    if (isShortCapitals(text)) return /[\p{Lu}\p{N}]{2}\p{Pd}$/u.test(before) || /^\p{Pd}[\p{Lu}\p{N}]{2}/u.test(after)
    // nearly all of them begin a sentence, after a word without a capital
    if (letterAt(this.prose, end + 1) !== Letter.Capital && !this.hasCapitalBefore(start)) return false
    if (!/^\p{Lu}\p{Ll}+$/u.test(text)) return false
    return /\p{Lu}[\p{L}\p{N}]*[.’'s]{0,2}\s$/u.test(before) || /^\s\p{Lu}/u.test(after)
  }

  /** Whether what stands between the last space before `start - 1` and there has a capital. */
  private hasCapitalBefore(start: number): boolean {
    const from = Math.max(0, start - 30)
    for (let position = start - 2; position >= from && this.prose[position] !== ' '; position--) {
      if (letterAt(this.prose, position) === Letter.Capital) return true
    }
    return false
  }
}
