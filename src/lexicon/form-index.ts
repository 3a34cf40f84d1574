import { type BuiltTrie, type FormTrie, trieBuilder } from './form-trie.ts'
import { spellingsOf, wordKey } from './spelling.ts'
import { type TokenTable, tokenTable } from './token-table.ts'
import { foldedTokens, hashOf } from './tokens.ts'

/** Surface forms compiled for matching: every spelling of every token, and the sequences of tokens that are forms. */
export interface FormIndex {
  readonly tokens: TokenTable
  readonly trie: FormTrie
}

/** An index, and what its forms are of those that were added. */
export type BuiltIndex = Pick<BuiltTrie, 'added' | 'isLast'> & { readonly index: FormIndex }

/** Beginnings of words that are written with a hyphen or without. */
const PREFIXES =
  /^(anti|bi|co|counter|extra|hyper|hypo|inter|intra|macro|mega|meta|micro|mono|multi|neo|non|over|para|peri|poly|post|pre|pro|pseudo|re|semi|sub|super|supra|trans|ultra|under)(?=\w{4})/

/** Collects surface forms by number and makes an index of them. */
export function formIndexBuilder() {
  const numbers = new Map<string, number>()
  const keys = new Map<string, number>()
  const hashes: number[] = []
  const others: number[] = []
  const ofSpellings: number[] = []
  const trieOfForms = trieBuilder()
  let count = 0

  const numberFor = (token: string): number => {
    const known = numbers.get(token)
    if (known !== undefined) return known
    const key = wordKey(token)
    const number = keys.get(key) ?? ++count
    keys.set(key, number)
    for (const spelling of spellingsOf(token)) {
      if (numbers.has(spelling)) continue
      numbers.set(spelling, number)
      const [hash, other] = hashOf(spelling)
      hashes.push(hash)
      others.push(other)
      ofSpellings.push(number)
    }
    return number
  }

  return {
    /** Adds a surface form; false when it has no token. */
    add(form: string, number: number): boolean {
      const sequences = sequencesOf(form)
      for (const sequence of sequences) trieOfForms.add(sequence.map(numberFor), number)
      return sequences.length > 0
    },
    /** The index of what was added, once. */
    finish(): BuiltIndex {
      const { trie, added, isLast, firstForms } = trieOfForms.finish(count)
      const tokens = tokenTable({ hashes, others, numbers: ofSpellings }, number => firstForms[number]!)
      return { index: { tokens, trie }, added, isLast }
    },
  }
}

/** The sequences of folded tokens that stand for a form: as written, hyphens closed up, and prefixes split off. */
export function sequencesOf(form: string): string[][] {
  const parts = foldedTokens(form).filter(({ token }) => token !== '')
  if (parts.length === 0) return []
  const written = parts.map(({ token }) => token)
  const sequences = [written]
  const closed: string[] = []
  parts.forEach(({ token, start }, index) => {
    const before = parts[index - 1]
    const joined = before && start - before.end <= 1 && !/[^\p{L}\p{N}\p{Pd}]/u.test(form.slice(before.end, start))
    if (joined && /^\w+$/.test(token) && /\w$/.test(closed.at(-1)!)) closed[closed.length - 1] += token
    else closed.push(token)
  })
  if (closed.length < written.length) sequences.push(closed)
  const split = written.flatMap(token => {
    const prefix = PREFIXES.exec(token)?.[0]
    return prefix ? [prefix, token.slice(prefix.length)] : [token]
  })
  if (split.length > written.length) sequences.push(split)
  return sequences
}
