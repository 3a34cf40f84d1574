import type { Candidates } from './candidates.ts'
import type { Mention } from './concept.ts'
import type { FormStore } from './form-store.ts'
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
  /** The candidates of a knot that mean something, in order and the longest first; reused for each knot. */
  private readonly meant: number[] = []
  private readonly sorted: number[] = []
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
    const { meant, sorted } = this
    let count = 0
    for (let index = from; index < to; index++) if (this.meanings.settle(index)) meant[count++] = index
    if (count === 0) return
    this.sortByLength(count)
    const [longest] = sorted
    if (firsts[longest!] === firsts[from] && lasts[longest!] === end) {
      // as nearly always, one that all others lie in
      for (let place = 1; place < count; place++) this.addPart(longest!, sorted[place]!)
      this.mentions.push(this.mentionOf(longest!))
    } else {
      this.share(firsts[from]!, end, count)
    }
  }

  /** Gives the tokens `offset` to `end` to the first `count` candidates of `sorted`, one after the other, as far as they are free. */
  private share(offset: number, end: number, count: number): void {
    const { firsts, lasts } = this.found
    const size = end - offset + 1
    if (size > this.owners.length) this.owners = new Int32Array(size * 2)
    else this.owners.fill(0, 0, size)
    const { owners } = this
    for (let place = 0; place < count; place++) {
      const index = this.sorted[place]!
      const first = firsts[index]! - offset
      const last = lasts[index]! - offset
      const owner = owners[first]!
      let alone = owner === 0
      let inside = owner !== 0
      for (let token = first + 1; token <= last; token++) {
        if (owners[token] !== 0) alone = false
        if (owners[token] !== owner) inside = false
      }
      if (alone) owners.fill(index + 1, first, last + 1)
      else if (inside) this.addPart(owner - 1, index)
    }
    for (let place = 0; place < count; place++) {
      const index = this.meant[place]!
      if (owners[firsts[index]! - offset] === index + 1) this.mentions.push(this.mentionOf(index))
    }
  }

  /** Fills `sorted` with the first `count` candidates of `meant`, the longest first. */
  private sortByLength(count: number): void {
    const { firsts, lasts } = this.found
    const { meant, sorted } = this
    const length = (index: number) => lasts[index]! - firsts[index]!
    if (count > SMALL) {
      const longestFirst = meant.slice(0, count).sort((a, b) => length(b) - length(a))
      for (let place = 0; place < count; place++) sorted[place] = longestFirst[place]!
      return
    }
    for (let place = 0; place < count; place++) {
      const moved = meant[place]!
      let before = place
      for (; before > 0 && length(sorted[before - 1]!) < length(moved); before--) sorted[before] = sorted[before - 1]!
      sorted[before] = moved
    }
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
    const first = this.firstParts[index]!
    if (first === 0) return new FoundMention(store, span, form, concept, others)
    // most have one, for which this takes less room than adding it to none
    const parts = [this.mentionOf(first - 1)]
    for (let part = this.nextParts[first - 1]!; part !== 0; part = this.nextParts[part - 1]!) {
      parts.push(this.mentionOf(part - 1))
    }
    return new FoundMention(store, span, form, concept, others, parts)
  }
}
