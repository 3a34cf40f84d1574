import { doubled } from '../text/doubled.ts'
import { FormFlag, type FormStore } from './form-store.ts'
import { Edge, edgeOf } from './form-trie.ts'
import { nextBit, shortcutsOf } from './shortcuts.ts'
import { FirstForm, lookedUp, Place, slotOf, TokenSlot } from './token-table.ts'
import type { Tokens } from './tokens.ts'

/** A place where forms were found, in tokens and in offsets. */
export interface Candidate {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly forms: readonly number[]
}

/**
 * Candidates in columns, in order of their first token and then their last: a text holds tens of thousands of them, and
 * most are looked at once. The forms of the candidate at `index` are `forms` from `froms[index]` to `froms[index + 1]`.
 */
export class Candidates {
  count = 0
  firsts: Int32Array<ArrayBuffer>
  lasts: Int32Array<ArrayBuffer>
  starts: Int32Array<ArrayBuffer>
  ends: Int32Array<ArrayBuffer>
  froms: Int32Array<ArrayBuffer>
  forms: Int32Array<ArrayBuffer>

  constructor(capacity = 256) {
    this.firsts = new Int32Array(capacity)
    this.lasts = new Int32Array(capacity)
    this.starts = new Int32Array(capacity)
    this.ends = new Int32Array(capacity)
    this.froms = new Int32Array(capacity + 1)
    this.forms = new Int32Array(capacity)
  }

  clear(): void {
    this.count = 0
  }

  /** Adds a form to the candidate that `close` ends. */
  open(form: number, ordinal: number): void {
    const place = this.froms[this.count]! + ordinal
    if (place === this.forms.length) this.forms = doubled(this.forms)
    this.forms[place] = form
  }

  close(first: number, last: number, start: number, end: number, forms: number): void {
    const index = this.count++
    if (index === this.firsts.length) this.grow()
    this.firsts[index] = first
    this.lasts[index] = last
    this.starts[index] = start
    this.ends[index] = end
    this.froms[index + 1] = this.froms[index]! + forms
  }

  add({ first, last, start, end, forms }: Candidate): void {
    for (const [ordinal, form] of forms.entries()) this.open(form, ordinal)
    this.close(first, last, start, end, forms.length)
  }

  /** Adds a candidate of `others`. */
  copy(others: Candidates, index: number): void {
    const from = others.froms[index]!
    const count = others.froms[index + 1]! - from
    for (let ordinal = 0; ordinal < count; ordinal++) this.open(others.forms[from + ordinal]!, ordinal)
    this.close(others.firsts[index]!, others.lasts[index]!, others.starts[index]!, others.ends[index]!, count)
  }

  /** A copy that stays as it is, without room for more. */
  kept(): Candidates {
    const { count } = this
    const copy = new Candidates(0)
    copy.count = count
    for (const name of ['firsts', 'lasts', 'starts', 'ends'] as const) copy[name] = this[name].slice(0, count)
    copy.froms = this.froms.slice(0, count + 1)
    copy.forms = this.forms.slice(0, this.froms[count])
    return copy
  }

  formsOf(index: number): number[] {
    const forms: number[] = []
    for (let place = this.froms[index]!; place < this.froms[index + 1]!; place++) forms.push(this.forms[place]!)
    return forms
  }

  private grow(): void {
    this.firsts = doubled(this.firsts)
    this.lasts = doubled(this.lasts)
    this.starts = doubled(this.starts)
    this.ends = doubled(this.ends)
    this.froms = doubled(this.froms)
  }
}

/** Adds every sequence of `tokens` that is a form to `found`, case observed where it matters. */
export function findCandidates(store: FormStore, prose: string, tokens: Tokens, found: Candidates): void {
  const { tokens: table, trie } = store.index
  const { slots } = table
  const { edges } = trie
  const { count, hashes, others, starts, ends } = tokens
  const { pairs, nexts } = shortcutsOf(store.index)
  const places = pairs.length - 1
  const nodes = nexts.length - 1
  // a large index has no shortcuts, and is asked first whether it holds a token at all
  const find = places === 0 ? slotOf : lookedUp
  for (let first = 0; first < count; first++) {
    const other = others[first]!
    if ((pairs[other & places]! & nextBit(others[first + 1]!)) === 0) continue
    let slot = find(table, hashes[first]!, other)
    if (slot === Place.None) continue
    let node = slots[slot + TokenSlot.Number]!
    let form = slots[slot + TokenSlot.Forms]!
    if (form === FirstForm.BeginsNothing) continue
    for (let last = first; ; ) {
      if (form !== FirstForm.None) {
        const forms = addForms(store, prose, tokens, first, last, form, found)
        if (forms > 0) found.close(first, last, starts[first]!, ends[last]!, forms)
      }
      if (++last === count || (nexts[node & nodes]! & nextBit(others[last]!)) === 0) break
      slot = find(table, hashes[last]!, others[last]!)
      if (slot === Place.None) break
      const edge = edgeOf(trie, node, slots[slot + TokenSlot.Number]!)
      if (edge === Place.None) break
      node = edges[edge + Edge.To]!
      form = edges[edge + Edge.Forms]!
    }
  }
}

/** Adds the forms from `form` whose capitals are those of the text; how many these are. */
function addForms(
  { forms, formAt }: FormStore,
  prose: string,
  tokens: Tokens,
  first: number,
  last: number,
  form: number,
  found: Candidates,
): number {
  const start = tokens.starts[first]!
  const end = tokens.ends[last]!
  // nearly all words begin with a small letter
  const capitals = end - start <= 6 && !isSmall(tokens.units[start]!) && isShortCapitals(prose.slice(start, end))
  let added = 0
  for (let next = form; ; next++) {
    const flags = forms[next]!
    const cased = capitals || (flags & FormFlag.CaseSensitive) !== 0
    if ((flags & FormFlag.Off) === 0 && (!cased || sameLetters(formAt(next).text, prose.slice(start, end), capitals)))
      found.open(next, added++)
    if ((flags & FormFlag.Last) !== 0) return added
  }
}

/** Whether a UTF-16 unit is one of the letters a to z. */
export const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a

/** Whether a text is a few capitals, which are an abbreviation and never a short word: “MET” is not “met”. */
export const isShortCapitals = (text: string): boolean => /^[\p{Lu}\p{N}]{2,5}s?$/u.test(text)

/** An abbreviation without a plural s. */
export const singular = (short: string): string => short.replace(/(?<=[\p{Lu}\p{N}])s$/u, '')

/**
 * Whether a text is a form with its capitals: words that hold one must be the same, others only alike.
 * A plural s after a capital is free. With `strict`, words without a capital must be the same too.
 */
export function sameLetters(form: string, text: string, strict = false): boolean {
  const words = form.match(/[\p{L}\p{N}]+/gu) ?? []
  const others = text.replace(/[*~^\u00ad]/g, '').match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length !== others.length) return words.join('') === others.join('')
  return words.every((word, index) => {
    const other = others[index]!
    return word === other || (!strict && !/\p{Lu}/u.test(word)) || singular(other) === singular(word)
  })
}
