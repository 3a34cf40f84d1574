import { doubled } from '../text/doubled.ts'
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
  private paragraphs = new Int32Array(64)
  private counts = new Int32Array(64)
  private firsts = new Int32Array(64 * PLACES)
  private lasts = new Int32Array(64 * PLACES)

  /** Takes up the cues of a concept, known by its number; they are found in paragraphs that are read from then on. */
  add(number: number, conceptAt: (number: number) => Concept): void {
    if (this.conceptCues.has(number)) return
    const { supporting = [], opposing = [] } = conceptAt(number).cues ?? {}
    const numbersOf = (texts: readonly string[]) => texts.map(text => this.numberOf(text))
    this.conceptCues.set(number, { supporting: numbersOf(supporting), opposing: numbersOf(opposing) })
  }

  /** Finds the cues that were taken up in the tokens `from` to `to`. */
  read(tokens: Tokens, from: number, to: number): void {
    this.paragraph++
    const { hashes, starts, ends, units } = tokens
    const { wordBits, beginningBits } = this
    for (let token = from; token < to; token++) {
      const hash = hashes[token]!
      if (hasBit(wordBits, hash)) this.matchAll(this.byWord.get(keyOf(hash)), tokens, token, to)
      // a gap is empty, and begins where the next word does
      const start = starts[token]!
      if (ends[token]! - start < 3) continue
      const beginning = beginningOf(units, start)
      if (hasBit(beginningBits, beginning)) this.matchAll(this.byBeginning.get(beginning), tokens, token, to)
    }
  }

  /**
   * How much the paragraph that was read speaks for a concept, whose cues were taken up, outside of the tokens `first` to
   * `last`: the number of its supporting cues found less that of the opposing ones; nothing when it does not speak for it.
   * A concept without supporting cues needs only that none opposes.
   */
  support(number: number, first: number, last: number): number | undefined {
    const { supporting, opposing } = this.conceptCues.get(number)!
    if (supporting.length === 0)
      return opposing.length > 0 && this.countOutside(opposing, first, last) === 0 ? 0 : undefined
    const supported = this.countOutside(supporting, first, last)
    if (supported === 0) return undefined
    const balance = supported - this.countOutside(opposing, first, last)
    return balance > 0 ? balance : undefined
  }

  /** How many of the cues stand in the paragraph outside of the tokens `first` to `last`. */
  private countOutside(cues: readonly number[], first: number, last: number): number {
    const { paragraphs, paragraph } = this
    let count = 0
    for (const cue of cues) if (paragraphs[cue] === paragraph && this.standsOutside(cue, first, last)) count++
    return count
  }

  private standsOutside(cue: number, first: number, last: number): boolean {
    for (let place = cue * PLACES; place < cue * PLACES + this.counts[cue]!; place++) {
      if (this.lasts[place]! < first || this.firsts[place]! > last) return true
    }
    return false
  }

  private matchAll(patterns: readonly Pattern[] | undefined, tokens: Tokens, first: number, to: number): void {
    if (patterns) for (const pattern of patterns) this.match(pattern, tokens, first, to)
  }

  private match(pattern: Pattern, tokens: Tokens, first: number, to: number): void {
    const { words, open, cased, cue } = pattern
    const last = first + words.length - 1
    if (last >= to || (this.paragraphs[cue] === this.paragraph && this.counts[cue] === PLACES)) return
    for (let index = 0; index < words.length; index++) {
      const token = first + index
      const isEnd = open && index === words.length - 1
      const isWord = isEnd
        ? beginsWith(tokens.units, tokens.starts[token]!, words[index]!)
        : isOneOf(words[index]!, tokens, token)
      if (!isWord) return
    }
    const start = tokens.starts[first]!
    if (cased !== undefined) {
      const end = tokens.ends[last]!
      if (!startsWith(tokens.units, start, cased)) return
      const rest = end - start - cased.length
      if (!open && rest !== 0 && !(rest === 1 && tokens.units[end - 1] === SMALL_S)) return
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
      if (number === this.paragraphs.length) this.grow()
      for (const pattern of patternsOf(text, number)) this.file(pattern)
    }
    return number
  }

  private grow(): void {
    this.paragraphs = doubled(this.paragraphs)
    this.counts = doubled(this.counts)
    this.firsts = doubled(this.firsts)
    this.lasts = doubled(this.lasts)
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

function beginsWith(units: Uint16Array, start: number, spellings: readonly Spelling[]): boolean {
  for (const { text } of spellings) {
    let index = 0
    while (index < text.length && folded[units[start + index]!] === text.charCodeAt(index)) index++
    if (index === text.length) return true
  }
  return false
}

function startsWith(units: Uint16Array, start: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (units[start + index] !== text.charCodeAt(index)) return false
  return true
}

const SMALL_S = 0x73

const keyOf = (hash: number): number => hash & 0x3fffffff

const threeOf = (first: number, second: number, third: number): number =>
  ((first * 37 + second) * 37 + third) & 0x3fffffff

/** A number of the first three letters of a word. */
const beginningOf = (units: Uint16Array, start: number): number =>
  threeOf(folded[units[start]!]!, folded[units[start + 1]!]!, folded[units[start + 2]!]!)

const hasBit = (bits: Uint32Array, number: number): boolean => {
  const bit = number & (BITS - 1)
  return (bits[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

const setBit = (bits: Uint32Array, number: number): void => {
  const bit = number & (BITS - 1)
  bits[bit >>> 5]! |= 1 << (bit & 31)
}
