import type { Candidate, FormStore } from './candidates.ts'
import type { Mention } from './concept.ts'

/** A place and what it means: the likeliest form, and concepts by number, likeliest first. */
export interface Meaning {
  readonly candidate: Candidate
  readonly form: number
  readonly concepts: readonly number[]
}

interface Chosen {
  readonly meaning: Meaning
  readonly parts: Meaning[]
}

/**
 * Chooses among overlapping meanings, which come in order: the longest first, then the earliest; shorter ones of other
 * concepts inside become parts. Those that touch each other are settled together, so the time grows with their number.
 */
export function arrange(store: FormStore, meanings: readonly Meaning[]): Mention[] {
  const mentions: Mention[] = []
  for (let from = 0; from < meanings.length; ) {
    let end = meanings[from]!.candidate.last
    let to = from + 1
    for (; to < meanings.length && meanings[to]!.candidate.first <= end; to++) {
      end = Math.max(end, meanings[to]!.candidate.last)
    }
    if (to === from + 1) mentions.push(mentionOf(store, meanings[from]!, []))
    else
      for (const { meaning, parts } of settle(meanings.slice(from, to))) mentions.push(mentionOf(store, meaning, parts))
    from = to
  }
  return mentions
}

/** The meanings of one knot of overlaps that are kept, in order. */
function settle(meanings: readonly Meaning[]): Chosen[] {
  const offset = meanings[0]!.candidate.first
  const owners: (Chosen | undefined)[] = []
  const chosen: Chosen[] = []
  const length = ({ candidate: { first, last } }: Meaning) => last - first
  for (const meaning of [...meanings].sort((a, b) => length(b) - length(a) || a.candidate.first - b.candidate.first)) {
    const { first, last } = meaning.candidate
    const owner = owners[first - offset]
    let alone = owner === undefined
    let inside = owner !== undefined
    for (let token = first + 1; token <= last; token++) {
      if (owners[token - offset] !== undefined) alone = false
      if (owners[token - offset] !== owner) inside = false
    }
    if (alone) {
      const own = { meaning, parts: [] }
      chosen.push(own)
      for (let token = first; token <= last; token++) owners[token - offset] = own
    } else if (inside && owner) {
      const said = [owner.meaning, ...owner.parts].flatMap(({ concepts }) => concepts)
      const concepts = meaning.concepts.filter(concept => !said.includes(concept))
      if (concepts.length > 0) owner.parts.push({ ...meaning, concepts })
    }
  }
  return chosen.sort((a, b) => a.meaning.candidate.first - b.meaning.candidate.first)
}

function mentionOf(store: FormStore, { candidate, form, concepts }: Meaning, parts: readonly Meaning[]): Mention {
  const likeliest = store.conceptAt(concepts[0]!)
  const mention: Mention = {
    span: { start: candidate.start, end: candidate.end },
    form: store.formAt(form),
    concepts: concepts.length === 1 ? [likeliest] : [likeliest, ...concepts.slice(1).map(store.conceptAt)],
  }
  if (parts.length === 0) return mention
  const inOrder = [...parts].sort((a, b) => a.candidate.start - b.candidate.start)
  return { ...mention, parts: inOrder.map(part => mentionOf(store, part, [])) }
}
