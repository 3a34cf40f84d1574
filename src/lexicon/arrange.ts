import type { Candidates, FormStore } from './candidates.ts'
import type { Mention } from './concept.ts'
import { FoundMention } from './found-mention.ts'
import type { Meanings } from './meanings.ts'

/** Knots of overlaps up to this size are sorted without a comparison function. */
const SMALL = 24

/**
 * Makes mentions of candidates. Of those that overlap the longest is kept, and the earliest of two that are equally
 * long; shorter ones of other concepts inside become its parts. Those that touch each other are settled together, so the
 * time grows with their number. Numbers in columns, since dense prose has tens of thousands of candidates.
 */
export class Arrangement {
  private readonly store: FormStore
  private readonly found: Candidates
  private readonly meanings: Meanings
  /** By candidate: its first part in the prose, and of a part the next one of its owner; one more than the candidate, or 0. */
  private readonly firstParts: Int32Array
  private readonly nextParts: Int32Array
  /** By token of a knot: the candidate that it belongs to and one more, or 0. */
  private owners = new Int32Array(64)
  private readonly mentions: Mention[] = []

  constructor(store: FormStore, found: Candidates, meanings: Meanings) {
    this.store = store
    this.found = found
    this.meanings = meanings
    this.firstParts = new Int32Array(found.count)
    this.nextParts = new Int32Array(found.count)
  }

  /** The mentions, in order. */
  made(): Mention[] {
    const { firsts, lasts, count } = this.found
    for (let from = 0; from < count; ) {
      let end = lasts[from]!
      let to = from + 1
      for (; to < count && firsts[to]! <= end; to++) if (lasts[to]! > end) end = lasts[to]!
      if (to > from + 1) this.settle(from, to, end)
      else if (this.meanings.settle(from)) this.mentions.push(this.mentionOf(from))
      from = to
    }
    return this.mentions
  }

  /** Settles the candidates `from` to `to`, which overlap one another and reach up to the token `end`. */
  private settle(from: number, to: number, end: number): void {
    const { firsts, lasts } = this.found
    const meant: number[] = []
    for (let index = from; index < to; index++) if (this.meanings.settle(index)) meant.push(index)
    const offset = firsts[from]!
    const owners = this.noOwners(end - offset + 1)
    for (const index of this.longestFirst(meant)) {
      const first = firsts[index]! - offset
      const last = lasts[index]! - offset
      const owner = owners[first]!
      let alone = owner === 0
      let inside = owner !== 0
      for (let token = first + 1; token <= last; token++) {
        if (owners[token] !== 0) alone = false
        if (owners[token] !== owner) inside = false
      }
      if (alone) for (let token = first; token <= last; token++) owners[token] = index + 1
      else if (inside) this.addPart(owner - 1, index)
    }
    for (const index of meant) {
      if (owners[firsts[index]! - offset] === index + 1) this.mentions.push(this.mentionOf(index))
    }
  }

  private noOwners(size: number): Int32Array {
    if (size > this.owners.length) this.owners = new Int32Array(size * 2)
    // by hand: knots are of a few tokens, and `fill` is a call
    else for (let token = 0; token < size; token++) this.owners[token] = 0
    return this.owners
  }

  private longestFirst(candidates: readonly number[]): readonly number[] {
    const { firsts, lasts } = this.found
    const length = (index: number) => lasts[index]! - firsts[index]!
    const sorted = candidates.slice()
    if (sorted.length > SMALL) return sorted.sort((a, b) => length(b) - length(a))
    for (let place = 1; place < sorted.length; place++) {
      const moved = sorted[place]!
      let before = place - 1
      for (; before >= 0 && length(sorted[before]!) < length(moved); before--) sorted[before + 1] = sorted[before]!
      sorted[before + 1] = moved
    }
    return sorted
  }

  /**
   * Makes a candidate part of another one, as far as it means what that and its other parts do not. Of parts that begin
   * together the longer one leads, which comes first.
   */
  private addPart(owner: number, index: number): void {
    const { meanings, firstParts, nextParts } = this
    if (meanings.othersOf(index) === undefined) {
      if (this.isSaid(owner, meanings.concepts[index]!)) return
    } else if (!meanings.without(index, concept => this.isSaid(owner, concept))) return
    const { starts } = this.found
    let before = 0
    let after = firstParts[owner]!
    for (; after !== 0 && starts[after - 1]! <= starts[index]!; after = nextParts[after - 1]!) before = after
    nextParts[index] = after
    if (before === 0) firstParts[owner] = index + 1
    else nextParts[before - 1] = index + 1
  }

  /** Whether a candidate or a part of it means a concept. */
  private isSaid(owner: number, concept: number): boolean {
    const { meanings, nextParts } = this
    if (meanings.means(owner, concept)) return true
    for (let part = this.firstParts[owner]!; part !== 0; part = nextParts[part - 1]!) {
      if (meanings.means(part - 1, concept)) return true
    }
    return false
  }

  private mentionOf(index: number): Mention {
    const { store, meanings, found } = this
    const span = { start: found.starts[index]!, end: found.ends[index]! }
    const form = meanings.forms[index]!
    const concept = meanings.concepts[index]!
    const others = meanings.othersOf(index)
    if (this.firstParts[index] === 0) return new FoundMention(store, span, form, concept, others)
    const parts: Mention[] = []
    for (let part = this.firstParts[index]!; part !== 0; part = this.nextParts[part - 1]!) {
      parts.push(this.mentionOf(part - 1))
    }
    return new FoundMention(store, span, form, concept, others, parts)
  }
}
