import { type Candidate, Candidates, findCandidates, singular } from './candidates.ts'
import { conceptOf, FormFlag, type FormStore, has } from './form-store.ts'
import { newTokens, type Tokens, tokenise } from './tokens.ts'

/** What the abbreviations that a manuscript defines mean in a lexicon. */
export interface Definitions {
  /** Whether there are any. */
  readonly known: boolean
  /** The concepts (by number) of a short form that the manuscript defines; nothing when it does not define it. */
  meaningOf(text: string): ReadonlySet<number> | undefined
  /** Places of short forms that the manuscript defines as a concept and that no pack knows. */
  candidatesIn(prose: string, tokens: Tokens): Candidate[]
}

/** Reads the definitions of a manuscript (short to long form) with a lexicon. */
export function definitionsFor(store: FormStore, definitions: ReadonlyMap<string, string>): Definitions {
  const meanings = new Map<string, ReadonlySet<number>>()
  const shorts: { short: string; form: number }[] = []
  for (const [short, long] of definitions) {
    const longest = lastOf(store, long)
    const concepts = new Set((longest?.forms ?? []).map(form => conceptOf(store, form)))
    meanings.set(singular(short), concepts)
    const whole = longest && !/[\p{L}\p{N}]/u.test(long.slice(0, longest.start))
    const form = whole ? longest.forms.find(form => !has(store, form, FormFlag.Ambiguous)) : undefined
    if (form !== undefined && candidatesOf(store, short).count === 0) shorts.push({ short: singular(short), form })
  }
  return {
    known: meanings.size > 0,
    meaningOf: text => (meanings.size > 0 && text.length <= 20 ? meanings.get(singular(text)) : undefined),
    candidatesIn: (prose, tokens) => shorts.flatMap(({ short, form }) => occurrences(prose, tokens, short, form)),
  }
}

/** The longest candidate at the end of a text: the head of a long form stands there, “human circulating tumor cells”. */
function lastOf(store: FormStore, text: string): { start: number; forms: number[] } | undefined {
  const found = candidatesOf(store, text)
  let last: number | undefined
  for (let index = 0; index < found.count; index++) {
    if (last === undefined || found.ends[index]! > found.ends[last]!) last = index
  }
  if (last === undefined || /[\p{L}\p{N}]/u.test(text.slice(found.ends[last]))) return undefined
  return { start: found.starts[last]!, forms: found.formsOf(last) }
}

function candidatesOf(store: FormStore, text: string): Candidates {
  const found = new Candidates()
  findCandidates(store, text, tokenise(text, newTokens(32)), found)
  return found
}

function occurrences(prose: string, tokens: Tokens, short: string, form: number): Candidate[] {
  const found: Candidate[] = []
  for (let start = prose.indexOf(short); start >= 0; start = prose.indexOf(short, start + short.length)) {
    let end = start + short.length
    if (prose[end] === 's') end++
    if (/[\p{L}\p{N}]/u.test(prose[start - 1] ?? '') || /[\p{L}\p{N}]/u.test(prose[end] ?? '')) continue
    const first = tokenAt(tokens, start)
    const last = tokenAt(tokens, end - 1)
    if (first !== undefined && last !== undefined) found.push({ first, last, start, end, forms: [form] })
  }
  return found
}

/** The token that covers an offset. */
function tokenAt({ starts, ends, count }: Tokens, offset: number): number | undefined {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (ends[middle]! <= offset) low = middle + 1
    else if (starts[middle]! > offset) high = middle - 1
    else return middle
  }
  return undefined
}
