import { folded } from './characters.ts'
import type { Concept } from './concept.ts'
import { sequencesOf } from './form-index.ts'
import { spellingsOf } from './spelling.ts'
import { hashOf, type Tokens } from './tokens.ts'

/** A sequence of words that is a cue; each word in any of its spellings, the last one going on when `open`. */
interface Pattern {
  readonly cue: number
  readonly words: readonly (readonly Spelling[])[]
  readonly open: boolean
  /** As it is written, when capitals matter. */
  readonly cased: string | undefined
}

interface Spelling {
  readonly text: string
  readonly hash: number
  readonly other: number
}

/** So many places of a cue are kept: enough to know of one outside a mention that could hold two. */
const PLACES = 3
const BITS = 1 << 16

/**
 * The cues of concepts, found in the tokens of one paragraph at a time. Cues are matched as surface forms are: in every
 * spelling and number of their words. A cue with a capital is compared as written; `*` at its end lets the word go on.
 */
export class CueIndex {
  /** By number of concept, since an index decodes a concept anew when it has not been looked at for long. */
  private readonly conceptCues = new Map<number, { readonly supporting: number[]; readonly opposing: number[] }>()
  private readonly numbers = new Map<string, number>()
  /** By the hash of their first word the patterns, and a bit for each, so that most words end at the bit. */
  private readonly byWord = new Map<number, Pattern[]>()
  private readonly wordBits = new Uint32Array(BITS >> 5)
  /** By their first three letters the patterns that are the beginning of one word. */
  private readonly byBeginning = new Map<number, Pattern[]>()
  private readonly beginningBits = new Uint32Array(BITS >> 5)
  /** By cue: the paragraph it was found in last, how often, and its first places there, in tokens. */
  private paragraph = 0
  private readonly paragraphs: number[] = []
  private readonly counts: number[] = []
  private readonly firsts: number[] = []
  private readonly lasts: number[] = []

  /** Takes up the cues of a concept, known by its number; they are found in paragraphs that are read from then on. */
  add(number: number, conceptAt: (number: number) => Concept): void {
    if (this.conceptCues.has(number)) return
    const { supporting = [], opposing = [] } = conceptAt(number).cues ?? {}
    const numbersOf = (texts: readonly string[]) => texts.map(text => this.numberOf(text))
    this.conceptCues.set(number, { supporting: numbersOf(supporting), opposing: numbersOf(opposing) })
  }

  /** Finds the cues that were taken up in the tokens `from` to `to` of a prose. */
  read(prose: string, tokens: Tokens, from: number, to: number): void {
    this.paragraph++
    const { hashes, starts, ends } = tokens
    const { wordBits, beginningBits } = this
    for (let token = from; token < to; token++) {
      const hash = hashes[token]!
      if (hasBit(wordBits, hash)) {
        for (const pattern of this.byWord.get(keyOf(hash)) ?? []) this.match(pattern, prose, tokens, token, to)
      }
      const start = starts[token]!
      if (ends[token]! - start < 3) continue
      const beginning = beginningOf(prose, start)
      if (hasBit(beginningBits, beginning)) {
        for (const pattern of this.byBeginning.get(beginning) ?? []) this.match(pattern, prose, tokens, token, to)
      }
    }
  }

  /**
   * How much the paragraph that was read speaks for a concept, whose cues were taken up, outside of the tokens `first` to
   * `last`: the number of its supporting cues found less that of the opposing ones; nothing when it does not speak for it.
   * A concept without supporting cues needs only that none opposes.
   */
  support(number: number, first: number, last: number): number | undefined {
    const { supporting, opposing } = this.conceptCues.get(number)!
    const found = (cues: readonly number[]) => {
      let count = 0
      for (const cue of cues) if (this.standsOutside(cue, first, last)) count++
      return count
    }
    if (supporting.length === 0) return opposing.length > 0 && found(opposing) === 0 ? 0 : undefined
    const supported = found(supporting)
    if (supported === 0) return undefined
    const balance = supported - found(opposing)
    return balance > 0 ? balance : undefined
  }

  private standsOutside(cue: number, first: number, last: number): boolean {
    if (this.paragraphs[cue] !== this.paragraph) return false
    for (let place = cue * PLACES; place < cue * PLACES + this.counts[cue]!; place++) {
      if (this.lasts[place]! < first || this.firsts[place]! > last) return true
    }
    return false
  }

  private match(pattern: Pattern, prose: string, tokens: Tokens, first: number, to: number): void {
    const { words, open, cased, cue } = pattern
    const last = first + words.length - 1
    if (last >= to || (this.paragraphs[cue] === this.paragraph && this.counts[cue] === PLACES)) return
    for (let index = 0; index < words.length; index++) {
      const token = first + index
      const isEnd = open && index === words.length - 1
      const isWord = isEnd
        ? beginsWith(prose, tokens.starts[token]!, words[index]!)
        : isOneOf(words[index]!, tokens, token)
      if (!isWord) return
    }
    const start = tokens.starts[first]!
    if (cased !== undefined) {
      const end = tokens.ends[last]!
      if (!prose.startsWith(cased, start)) return
      const rest = end - start - cased.length
      if (!open && rest !== 0 && !(rest === 1 && prose[end - 1] === 's')) return
    }
    if (this.paragraphs[cue] !== this.paragraph) {
      this.paragraphs[cue] = this.paragraph
      this.counts[cue] = 0
    }
    const place = cue * PLACES + this.counts[cue]!++
    this.firsts[place] = first
    this.lasts[place] = last
  }

  private numberOf(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      this.numbers.set(text, (number = this.numbers.size))
      this.paragraphs.push(0)
      this.counts.push(0)
      for (let place = 0; place < PLACES; place++) {
        this.firsts.push(0)
        this.lasts.push(0)
      }
      for (const pattern of patternsOf(text, number)) this.file(pattern)
    }
    return number
  }

  private file(pattern: Pattern): void {
    const [first] = pattern.words
    const isBeginning = pattern.open && pattern.words.length === 1
    for (const { text, hash } of first!) {
      const key = isBeginning ? threeOf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2)) : keyOf(hash)
      const filed = isBeginning ? this.byBeginning : this.byWord
      const patterns = filed.get(key)
      if (!patterns) filed.set(key, [pattern])
      else if (!patterns.includes(pattern)) patterns.push(pattern)
      setBit(isBeginning ? this.beginningBits : this.wordBits, isBeginning ? key : hash)
    }
  }
}

function patternsOf(cue: string, number: number): Pattern[] {
  const open = cue.endsWith('*')
  const text = open ? cue.slice(0, -1) : cue
  const cased = /\p{Lu}/u.test(text) ? text : undefined
  return sequencesOf(text).flatMap(sequence => {
    const words = sequence.map(word =>
      spellingsOf(word).map((text): Spelling => {
        const [hash, other] = hashOf(text)
        return { text, hash, other }
      }),
    )
    // what is shorter than three letters begins too many words
    if (open && words.length === 1 && words[0]!.some(({ text }) => text.length < 3)) return []
    return [{ cue: number, words, open, cased }]
  })
}

function isOneOf(spellings: readonly Spelling[], { hashes, others }: Tokens, token: number): boolean {
  for (const { hash, other } of spellings) if (hashes[token] === hash && others[token] === other) return true
  return false
}

function beginsWith(prose: string, start: number, spellings: readonly Spelling[]): boolean {
  for (const { text } of spellings) {
    let index = 0
    while (index < text.length && folded[prose.charCodeAt(start + index)] === text.charCodeAt(index)) index++
    if (index === text.length) return true
  }
  return false
}

const keyOf = (hash: number): number => hash & 0x3fffffff

const threeOf = (first: number, second: number, third: number): number =>
  ((first * 37 + second) * 37 + third) & 0x3fffffff

/** A number of the first three letters of a word of the prose. */
const beginningOf = (prose: string, start: number): number =>
  threeOf(folded[prose.charCodeAt(start)]!, folded[prose.charCodeAt(start + 1)]!, folded[prose.charCodeAt(start + 2)]!)

const hasBit = (bits: Uint32Array, number: number): boolean => {
  const bit = number & (BITS - 1)
  return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

const setBit = (bits: Uint32Array, number: number): void => {
  const bit = number & (BITS - 1)
  bits[bit >>> 5]! |= 1 << (bit & 31)
}
