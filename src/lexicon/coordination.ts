import { type Candidate, type Candidates, isSmall } from './candidates.ts'
import type { FormIndex } from './form-index.ts'
import { type FormStore, formsFrom } from './form-store.ts'
import { follow } from './form-trie.ts'
import { numberOf, Place, slotOf, TokenSlot } from './token-table.ts'
import { hashOf, type Tokens } from './tokens.ts'

/** A few words by their hashes, which costs no memory; nearly every other word is told by the end of its hash. */
class Words {
  private readonly ends = new Uint8Array(256)
  private readonly hashes: ReadonlySet<number>
  constructor(...words: readonly string[]) {
    this.hashes = new Set(words.map(word => hashOf(word)[0]))
    for (const hash of this.hashes) this.ends[hash & 255] = 1
  }
  has(hash: number): boolean {
    return this.ends[hash & 255] === 1 && this.hashes.has(hash)
  }
}

const JOINING = new Words('and', 'or', 'to', 'versus', 'vs', ',')
const CLOSING = new Words('and', 'or')
const ARTICLES = new Words('a', 'an', 'the')
const AFTER =
  /^(?:and|or|of|in|on|at|by|to|as|from|for|with|within|during|into|through|that|which|who|is|are|was|were|can|may|but)$|^\P{L}*$/u
const PREFIXES =
  'micro|macro|intra|extra|inter|trans|pre|post|pro|anti|over|under|hyper|hypo|endo|exo|uni|bi|multi|mono|poly|sub|super'
const PREFIX = new RegExp(`^(?:${PREFIXES})`)
const LONE_PREFIX = new Words(...PREFIXES.split('|'))
const LONGEST_LIST = 4

/**
 * Forms of which a word is written only once: “premetastatic and metastatic niche”, “micro and macrometastasis”,
 * “stromal reprogramming and remodeling”. The place of such a form is the word that is its own.
 */
export function coordinated(
  store: FormStore,
  prose: string,
  tokens: Tokens,
  found: Candidates,
): { before: Candidate[]; after: Candidate[] } {
  const word = (token: number): string =>
    token < 0 || token >= tokens.count ? '' : prose.slice(tokens.starts[token], tokens.ends[token]).toLowerCase()
  const at = (token: number, forms: readonly number[]): Candidate => ({
    first: token,
    last: token,
    start: tokens.starts[token]!,
    end: tokens.ends[token]!,
    forms,
  })
  const numberAt = (token: number) => numberOf(store.index.tokens, tokens.hashes[token]!, tokens.others[token]!)
  const beginsWithLetter = (token: number) =>
    isSmall(tokens.units[tokens.starts[token]!]!) || /^\p{L}/u.test(word(token))
  const before: Candidate[] = []
  const after: Candidate[] = []
  for (let candidate = 0; candidate < found.count; candidate++) {
    const first = found.firsts[candidate]!
    const last = found.lasts[candidate]!
    let own = first
    for (let round = 0; round < LONGEST_LIST; round++) {
      const next = conjunct(tokens, own)
      if (next === undefined) break
      own = next
      // “a granular cell and a cell line”: the same word twice shares nothing
      if (tokens.hashes[own] === tokens.hashes[first] || !beginsWithLetter(own)) break
      let forms = first === last ? [] : withTail(store, numberAt, own, first, last)
      if (forms.length === 0 && LONE_PREFIX.has(tokens.hashes[own]!))
        forms = withPrefix(store, word, numberAt, own, first, last)
      if (forms.length === 0) break
      before.push(at(own, forms))
    }
    const tail = last + 2
    if (first < last && tail < tokens.count && CLOSING.has(tokens.hashes[last + 1]!)) {
      const forms = withHead(store, numberAt, first, last, tail)
      if (forms.length > 0 && AFTER.test(word(tail + 1))) after.push(at(tail, forms))
    }
  }
  return { before, after }
}

/** The word that a conjunction before `token` joins to it, past an article. */
function conjunct({ hashes }: Tokens, token: number): number | undefined {
  let position = token - 1
  if (position > 0 && ARTICLES.has(hashes[position]!)) position--
  if (position < 1 || !JOINING.has(hashes[position]!)) return undefined
  while (position > 0 && JOINING.has(hashes[position]!)) position--
  return position
}

type NumberAt = (token: number) => number

/** Forms made of the word `own` and the end of the form from `first` to `last`. */
function withTail(store: FormStore, numberAt: NumberAt, own: number, first: number, last: number): number[] {
  const root = numberAt(own)
  if (root === 0) return []
  for (let from = first + 1; from <= last; from++) {
    const forms = formsFrom(store, formAfter(store.index, numberAt, root, from, last))
    if (forms.length > 0) return forms
  }
  return []
}

/** Forms made of a beginning of the form from `first` to `last` and the word `tail`. */
function withHead(store: FormStore, numberAt: NumberAt, first: number, last: number, tail: number): number[] {
  const { trie } = store.index
  const own = numberAt(tail)
  let node = own === 0 ? 0 : numberAt(first)
  for (let token = first + 1; node !== 0 && token <= last; token++) {
    const forms = formsFrom(store, follow(trie, node, own).form)
    if (forms.length > 0) return forms
    node = follow(trie, node, numberAt(token)).node
  }
  return []
}

/** Forms made of a lone prefix and the word `first` without its own prefix. */
function withPrefix(
  store: FormStore,
  word: (token: number) => string,
  numberAt: NumberAt,
  own: number,
  first: number,
  last: number,
): number[] {
  const prefix = PREFIX.exec(word(own))?.[0]
  const other = PREFIX.exec(word(first))?.[0]
  if (prefix !== word(own) || other === undefined) return []
  const { tokens } = store.index
  const slot = slotOf(tokens, ...hashOf(prefix + word(first).slice(other.length)))
  if (slot === Place.None) return []
  const form =
    first === last
      ? tokens.slots[slot + TokenSlot.Forms]!
      : formAfter(store.index, numberAt, tokens.slots[slot + TokenSlot.Number]!, first + 1, last)
  return formsFrom(store, form)
}

/** The first form that ends with the tokens `first` to `last`, gone from a node; or 0. */
function formAfter({ trie }: FormIndex, numberAt: NumberAt, from: number, first: number, last: number): number {
  let place = { node: from, form: 0 }
  for (let token = first; place.node !== 0 && token <= last; token++) place = follow(trie, place.node, numberAt(token))
  return place.form
}
