import { doubled } from '../text/doubled.ts'
import { folded } from './characters.ts'
import type { Concept } from './concept.ts'
import { sequencesOf } from './form-index.ts'
import { spellingsOf } from './spelling.ts'
import { foldWord, hashOf, type Tokens } from './tokens.ts'
import { WordMemo } from './word-memo.ts'

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

enum Size {
  /** So many places of a cue are kept: enough to know of one outside a mention that could hold two. */
  Places = 3,
}
const SHORTEST_BEGINNING = 3
const NOTHING: readonly Pattern[] = []

/**
 * The cues of concepts, found in the tokens of one paragraph at a time. Cues are matched as surface forms are: in every
 * spelling and number of their words. A cue with a capital is compared as written; `*` at its end lets the word go on.
 */
export class CueIndex {
  /** By number of concept, since an index decodes a concept anew when it has not been looked at for long. */
  private readonly conceptCues = new Map<number, { readonly supporting: number[]; readonly opposing: number[] }>()
  private readonly numbers = new Map<string, number>()
  /** By the hash of their first word the patterns, and by their first letters those that are the beginning of one word. */
  private readonly byWord = new Map<number, Pattern[]>()
  private readonly byBeginning = new Map<string, Pattern[]>()
  /** The patterns that begin with a word, for the words of late: a manuscript has the same ones again and again. */
  private readonly begun = new WordMemo<readonly Pattern[]>()
  /** By cue: the paragraph it was found in last, how often, and its first places there, in tokens. */
  private paragraph = 0
  private paragraphs = new Int32Array(64)
  private counts = new Int32Array(64)
  private firsts = new Int32Array(64 * Size.Places)
  private lasts = new Int32Array(64 * Size.Places)

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
    const { hashes, others } = tokens
    const { begun } = this
    for (let token = from; token < to; token++) {
      let patterns = begun.get(hashes[token]!, others[token]!)
      if (patterns === undefined) {
        patterns = this.patternsFrom(prose, tokens, token)
        begun.set(hashes[token]!, others[token]!, patterns)
      }
      if (patterns !== NOTHING) for (const pattern of patterns) this.match(pattern, tokens, token, to)
    }
  }

  /** The patterns whose first word a token is. */
  private patternsFrom(prose: string, { starts, ends, hashes, others }: Tokens, token: number): readonly Pattern[] {
    const word = foldWord(prose.slice(starts[token], ends[token]))
    const whole = (this.byWord.get(hashes[token]!) ?? NOTHING).filter(({ words: [first] }) =>
      first!.some(({ hash, other }) => hash === hashes[token] && other === others[token]),
    )
    const begun = (this.byBeginning.get(word.slice(0, SHORTEST_BEGINNING)) ?? NOTHING).filter(({ words: [first] }) =>
      first!.some(({ text }) => word.startsWith(text)),
    )
    return whole.length + begun.length === 0 ? NOTHING : [...whole, ...begun]
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
    for (let place = cue * Size.Places; place < cue * Size.Places + this.counts[cue]!; place++) {
      if (this.lasts[place]! < first || this.firsts[place]! > last) return true
    }
    return false
  }

  /** Notes a pattern, whose first word is there, if all of it is. */
  private match(pattern: Pattern, tokens: Tokens, first: number, to: number): void {
    const { words, open, cased, cue } = pattern
    const last = first + words.length - 1
    if (last >= to || (this.paragraphs[cue] === this.paragraph && this.counts[cue] === Size.Places)) return
    for (let index = 1; index < words.length; index++) {
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
    const place = cue * Size.Places + this.counts[cue]!++
    this.firsts[place] = first
    this.lasts[place] = last
  }

  private numberOf(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      this.numbers.set(text, (number = this.numbers.size))
      if (number === this.paragraphs.length) this.grow()
      for (const pattern of patternsOf(text, number)) this.file(pattern)
      this.begun.clear()
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
    if (pattern.open && pattern.words.length === 1) {
      for (const { text } of first!) add(this.byBeginning, text.slice(0, SHORTEST_BEGINNING), pattern)
    } else for (const { hash } of first!) add(this.byWord, hash, pattern)
  }
}

function add<Key>(filed: Map<Key, Pattern[]>, key: Key, pattern: Pattern): void {
  const patterns = filed.get(key)
  if (!patterns) filed.set(key, [pattern])
  else if (!patterns.includes(pattern)) patterns.push(pattern)
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
    // what is shorter begins too many words
    if (open && words.length === 1 && words[0]!.some(({ text }) => text.length < SHORTEST_BEGINNING)) return []
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
