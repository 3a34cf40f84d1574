import { Arrangement } from './arrange.ts'
import { type Candidate, Candidates, findCandidates } from './candidates.ts'
import type { Mention } from './concept.ts'
import { coordinated } from './coordination.ts'
import type { CueIndex } from './cues.ts'
import type { Definitions } from './definitions.ts'
import type { FormStore } from './form-store.ts'
import { Meanings } from './meanings.ts'
import { Settled } from './settled.ts'
import { newTokens, type Tokens, tokenise } from './tokens.ts'

/** Kept from one text to the next: what is in them counts only while one is matched. */
const scratch: Tokens = newTokens(4096)
let candidates = new Candidates()
let others = new Candidates()

/**
 * The mentions in `prose`: the longest of those that overlap, the earlier of two that are equally long. A shorter one
 * inside a longer one, of another concept, becomes its part.
 */
export function findMentions(store: FormStore, prose: string, definitions: Definitions, cues: CueIndex): Mention[] {
  const tokens = tokenise(prose, scratch)
  candidates.clear()
  findCandidates(store, prose, tokens, candidates)
  addMore(definitions.candidatesIn(prose, tokens), [])
  const { before, after } = coordinated(store, prose, tokens, candidates)
  addMore(before, after)
  const settled = new Settled(store, candidates.kept())
  const meanings = new Meanings(settled, prose, tokens, definitions, cues)
  return new Arrangement(settled, meanings).made()
}

/**
 * Puts candidates where they belong among those that were found. At one place the readings are put together: those of
 * `before` are the likelier ones, those of `after` the less likely.
 */
function addMore(before: readonly Candidate[], after: readonly Candidate[]): void {
  if (before.length + after.length === 0) return
  const added = new Map<string, { readonly place: Candidate; likelier: readonly number[]; lesser: readonly number[] }>()
  const at = (place: Candidate) => {
    const key = `${place.first} ${place.last}`
    let forms = added.get(key)
    if (!forms) added.set(key, (forms = { place, likelier: [], lesser: [] }))
    return forms
  }
  for (const candidate of before) at(candidate).likelier = [...candidate.forms, ...at(candidate).likelier]
  for (const candidate of after) at(candidate).lesser = [...at(candidate).lesser, ...candidate.forms]
  const inOrder = [...added.values()].sort((a, b) => a.place.first - b.place.first || a.place.last - b.place.last)
  others.clear()
  let index = 0
  const isBefore = ({ first, last }: Candidate) =>
    index < candidates.count &&
    (candidates.firsts[index]! < first || (candidates.firsts[index] === first && candidates.lasts[index]! < last))
  const isAt = ({ first, last }: Candidate) =>
    index < candidates.count && candidates.firsts[index] === first && candidates.lasts[index] === last
  for (const { place, likelier, lesser } of inOrder) {
    while (isBefore(place)) others.copy(candidates, index++)
    const own = isAt(place) ? candidates.formsOf(index++) : []
    others.add({ ...place, forms: [...likelier, ...own, ...lesser] })
  }
  while (index < candidates.count) others.copy(candidates, index++)
  ;[candidates, others] = [others, candidates]
}
