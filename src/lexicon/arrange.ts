import type { Mention } from './concept.ts'
import { FoundMention } from './found-mention.ts'
import type { Meanings } from './meanings.ts'
import type { Settled } from './settled.ts'

/** Knots of overlaps up to this size are sorted without a comparison function. */
const SMALL = 24

/**
 * Makes mentions of candidates. Of those that overlap the longest is kept, and the earliest of two that are equally
 * long; shorter ones of other concepts inside become its parts. Those that touch each other are settled together, so the
 * time grows with their number. Numbers in columns, since dense prose has tens of thousands of candidates.
 */
export class Arrangement {
  private readonly settled: Settled
  private readonly meanings: Meanings
  /** By token of a knot: the candidate that it belongs to and one more, or 0. */
  private owners = new Int32Array(64)
  /** The candidates of a knot that mean something, in order and the longest first; reused for each knot. */
  private readonly meant: number[] = []
  private readonly sorted: number[] = []
  private readonly mentions: Mention[] = []

  /** `meanings` finds out what the candidates of `settled` mean. */
  constructor(settled: Settled, meanings: Meanings) {
    this.settled = settled
    this.meanings = meanings
  }

  /** The mentions, in order. */
  made(): Mention[] {
    const { firsts, lasts, count } = this.settled.found
    for (let from = 0; from < count; ) {
      let end = lasts[from]!
      let to = from + 1
      for (; to < count && firsts[to]! <= end; to++) if (lasts[to]! > end) end = lasts[to]!
      if (to > from + 1) this.settle(from, to, end)
      else if (this.meanings.settle(from)) this.mentions.push(new FoundMention(this.settled, from))
      from = to
    }
    return this.mentions
  }

  /** Settles the candidates `from` to `to`, which overlap one another and reach up to the token `end`. */
  private settle(from: number, to: number, end: number): void {
    const { firsts, lasts } = this.settled.found
    const { meant, sorted } = this
    let count = 0
    for (let index = from; index < to; index++) if (this.meanings.settle(index)) meant[count++] = index
    if (count === 0) return
    this.sortByLength(count)
    const [longest] = sorted
    if (firsts[longest!] === firsts[from] && lasts[longest!] === end) {
      // as nearly always, one that all others lie in
      for (let place = 1; place < count; place++) this.settled.addPart(longest!, sorted[place]!)
      this.mentions.push(new FoundMention(this.settled, longest!))
    } else {
      this.share(firsts[from]!, end, count)
    }
  }

  /** Gives the tokens `offset` to `end` to the first `count` candidates of `sorted`, one after the other, as far as they are free. */
  private share(offset: number, end: number, count: number): void {
    const { firsts, lasts } = this.settled.found
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
      else if (inside) this.settled.addPart(owner - 1, index)
    }
    for (let place = 0; place < count; place++) {
      const index = this.meant[place]!
      if (owners[firsts[index]! - offset] === index + 1) this.mentions.push(new FoundMention(this.settled, index))
    }
  }

  /** Fills `sorted` with the first `count` candidates of `meant`, the longest first. */
  private sortByLength(count: number): void {
    const { firsts, lasts } = this.settled.found
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
}
