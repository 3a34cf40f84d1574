import type { Concept, SurfaceForm } from './concept.ts'
import type { FormIndex } from './form-index.ts'
import { step } from './form-trie.ts'
import { numberOf } from './token-table.ts'
import { type Tokens, tokenise } from './tokens.ts'

/** A few capitals are an abbreviation, never a short word: “MET” is not “met”. */
const SHORT_CAPITALS = /^[\p{Lu}\p{N}]{2,5}s?$/u

/** Every sequence of tokens that is a form, case observed where it matters. */
export function candidates(store: FormStore, prose: string, tokens: Tokens): Candidate[] {
  const { tokens: table, trie } = store.index
  const { count, hashes, others, starts, ends } = tokenise(prose, tokens)
  const found: Candidate[] = []
  for (let first = 0; first < count; first++) {
    let number = numberOf(table, hashes[first]!, others[first]!)
    if (number === 0) continue
    let node = trie.roots[number]!
    let last = first
    while (node !== 0) {
      const from = trie.firstForms[node]!
      const to = trie.firstForms[node + 1]!
      if (from < to) {
        const start = starts[first]!
        const end = ends[last]!
        const capitals = end - start <= 6 && SHORT_CAPITALS.test(prose.slice(start, end))
        const forms: number[] = []
        for (let index = from; index < to; index++) {
          const form = trie.forms[index]!
          const cased = capitals || (store.formFlags[form]! & CASE_SENSITIVE) !== 0
          if (!cased || sameLetters(store.formAt(form).text, prose.slice(start, end), capitals)) forms.push(form)
        }
        if (forms.length > 0) found.push({ first, last, start, end, forms })
      }
      if (++last === count) break
      number = numberOf(table, hashes[last]!, others[last]!)
      if (number === 0) break
      node = step(trie, node, number)
    }
  }
  return found
}

/** What matching needs of the packs in force. Forms and concepts have numbers; only those that are found are looked at. */
export interface FormStore {
  readonly index: FormIndex
  readonly formConcepts: Int32Array
  readonly formFlags: Uint8Array
  conceptAt(number: number): Concept
  formAt(number: number): SurfaceForm
}

export const CASE_SENSITIVE = 1
export const AMBIGUOUS = 2

/** A place where forms were found, in tokens and in offsets. */
export interface Candidate {
  readonly first: number
  readonly last: number
  readonly start: number
  readonly end: number
  readonly forms: readonly number[]
}

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
