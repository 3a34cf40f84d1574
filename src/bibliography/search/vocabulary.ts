import { doubled } from '../../text/doubled.ts'
import type { TokenVisitor } from './tokens.ts'

/** Different words, numbered in the order of their first appearance. */
export interface Vocabulary {
  readonly size: number
  /** The number of a word, which is added when it is new. */
  add(letters: Uint16Array, length: number, hash: number): number
  finish(): WordList
}

/** Words to search in. */
export interface WordList {
  readonly size: number
  /** Calls `visit` for each word that contains `part`, with the place of its first appearance in the word. */
  containing(part: string, visit: (word: number, at: number, length: number) => void): void
  /** Calls `visit` for each word that begins with `start`. */
  beginningWith(start: string, visit: (word: number, length: number) => void): void
  wordAt(word: number): string
}

export function makeVocabulary(): Vocabulary {
  let slots = new Int32Array(1 << 12).fill(-1)
  let store = new Uint16Array(1 << 14)
  let starts = new Int32Array(1 << 11)
  let hashes = new Int32Array(1 << 11)
  let size = 0
  let used = 0

  const isWord = (word: number, letters: Uint16Array, length: number): boolean => {
    const start = starts[word]!
    if (starts[word + 1]! - start !== length) return false
    const known = store
    for (let index = 0; index < length; index++) if (known[start + index] !== letters[index]) return false
    return true
  }
  const rehash = (): void => {
    slots = new Int32Array(slots.length * 2).fill(-1)
    for (let word = 0; word < size; word++) slots[freeSlot(hashes[word]!)] = word
  }
  const freeSlot = (hash: number): number => {
    let slot = spread(hash) & (slots.length - 1)
    while (slots[slot] !== -1) slot = (slot + 1) & (slots.length - 1)
    return slot
  }

  return {
    get size() {
      return size
    },
    add(letters, length, hash) {
      let slot = spread(hash) & (slots.length - 1)
      for (let word = slots[slot]!; word !== -1; word = slots[slot]!) {
        if (hashes[word] === hash && isWord(word, letters, length)) return word
        slot = (slot + 1) & (slots.length - 1)
      }
      if (size + 2 > starts.length) {
        starts = doubled(starts)
        hashes = doubled(hashes)
      }
      if (used + length > store.length) store = doubled(store)
      for (let index = 0; index < length; index++) store[used + index] = letters[index]!
      slots[slot] = size
      hashes[size] = hash
      starts[size] = used
      used += length
      starts[++size] = used
      if (size * 2 > slots.length) rehash()
      return size - 1
    },
    finish: () => wordList(store.subarray(0, used), starts.slice(0, size + 1), size),
  }
}

const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8

/** The words in one string, each after a line feed; a single letter is looked for in all of it, more by pairs of letters. */
function wordList(store: Uint16Array, starts: Int32Array, size: number): WordList {
  const parts: string[] = []
  const decoder = new TextDecoder('utf-16le')
  const joined = new Uint16Array(store.length + size + 1)
  let at = 0
  for (let word = 0; word < size; word++) {
    joined[at++] = 10
    const from = starts[word]!
    const to = starts[word + 1]!
    for (let index = from; index < to; index++) joined[at++] = store[index]!
  }
  joined[at] = 10
  parts.push(decoder.decode(joined))
  const text = parts.join('')
  const buckets = bucketsOf(store, starts, size)
  const pairs = letterPairs(store, starts, size)

  /** Word number `word` begins after as many line feeds as there are words up to it. */
  const placeOf = (word: number): number => starts[word]! + word + 1
  const lengthOf = (word: number): number => starts[word + 1]! - starts[word]!
  const wordAtPlace = (place: number): number => {
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (placeOf(middle) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    size,
    containing(part, visit) {
      if (part.length > 1) {
        for (const word of pairs(part)) {
          const start = placeOf(word)
          const last = start + lengthOf(word) - part.length
          let place = start
          while (place <= last && !text.startsWith(part, place)) place++
          if (place <= last) visit(word, place - start, lengthOf(word))
        }
        return
      }
      for (let place = text.indexOf(part); place >= 0; ) {
        const word = wordAtPlace(place)
        visit(word, place - placeOf(word), lengthOf(word))
        place = text.indexOf(part, placeOf(word) + lengthOf(word))
      }
    },
    beginningWith(start, visit) {
      for (const word of buckets(start)) if (text.startsWith(start, placeOf(word))) visit(word, lengthOf(word))
    },
    wordAt: word => text.slice(placeOf(word), placeOf(word) + lengthOf(word)),
  }
}

/** Words by their first two letters, or by the first one. */
function bucketsOf(store: Uint16Array, starts: Int32Array, size: number): (start: string) => Iterable<number> {
  const WIDTH = 64
  const small = (code: number | undefined): number => (code === undefined ? 0 : 1 + (code % (WIDTH - 1)))
  const bucket = (first: number, second: number | undefined): number => small(first) * WIDTH + small(second)
  const ends = new Int32Array(WIDTH * WIDTH + 1)
  const numberOf = (word: number): number =>
    bucket(store[starts[word]!]!, starts[word + 1]! - starts[word]! > 1 ? store[starts[word]! + 1] : undefined)
  for (let word = 0; word < size; word++) ends[numberOf(word) + 1]!++
  for (let index = 1; index < ends.length; index++) ends[index]! += ends[index - 1]!
  const words = new Int32Array(size)
  const next = ends.slice()
  for (let word = 0; word < size; word++) words[next[numberOf(word)]!++] = word
  return start => {
    const first = small(start.charCodeAt(0))
    if (start.length < 2) return words.subarray(ends[first * WIDTH]!, ends[(first + 1) * WIDTH]!)
    const number = bucket(start.charCodeAt(0), start.charCodeAt(1))
    return words.subarray(ends[number]!, ends[number + 1]!)
  }
}

/** Words by the pairs of neighbouring letters in them: gives those that may contain a part, by its rarest pair, in order. */
function letterPairs(store: Uint16Array, starts: Int32Array, size: number): (part: string) => Iterable<number> {
  const WIDTH = 64
  const pairOf = (first: number, second: number): number => (first % WIDTH) * WIDTH + (second % WIDTH)
  const lastSeen = new Int32Array(WIDTH * WIDTH).fill(-1)
  const ends = new Int32Array(WIDTH * WIDTH + 1)
  /** The pairs of one word after the other, none twice in a word, and for each word where its own end. */
  const pairs = new Uint16Array(store.length)
  const pairEnds = new Int32Array(size)
  let count = 0
  for (let word = 0; word < size; word++) {
    for (let at = starts[word]! + 1; at < starts[word + 1]!; at++) {
      const pair = pairOf(store[at - 1]!, store[at]!)
      if (lastSeen[pair] === word) continue
      lastSeen[pair] = word
      ends[pair + 1]!++
      pairs[count++] = pair
    }
    pairEnds[word] = count
  }
  for (let index = 1; index < ends.length; index++) ends[index]! += ends[index - 1]!
  const words = new Int32Array(count)
  const next = ends.slice()
  for (let word = 0, at = 0; word < size; word++) {
    for (; at < pairEnds[word]!; at++) words[next[pairs[at]!]!++] = word
  }
  return part => {
    let rarest = -1
    for (let at = 1; at < part.length; at++) {
      const pair = pairOf(part.charCodeAt(at - 1), part.charCodeAt(at))
      if (rarest < 0 || ends[pair + 1]! - ends[pair]! < ends[rarest + 1]! - ends[rarest]!) rarest = pair
    }
    return words.subarray(ends[rarest]!, ends[rarest + 1]!)
  }
}

export type { TokenVisitor }
