import type { Span } from '../text/span.ts'
import type { Concept, Mention, SurfaceForm } from './concept.ts'
import { foldedTokens } from './tokens.ts'

/**
 * Puts the mentions that several lexicons find in one prose together as one lexicon of all their packs would have them:
 * the longest of those that overlap, the earlier of two that are equally long, shorter ones inside as parts. What several
 * know at one place is one mention, with the concepts of the earlier lexicon first. Offsets are of `prose`.
 */
export function joinMentions(lists: readonly (readonly Mention[])[], prose: string): readonly Mention[] {
  const filled = lists.filter(list => list.length > 0)
  if (filled.length < 2) return filled[0] ?? []
  const all = filled.flatMap((list, rank) => list.map(mention => ({ mention, rank })))
  all.sort((a, b) => a.mention.span.start - b.mention.span.start)
  const joined: Mention[] = []
  for (let from = 0; from < all.length; ) {
    let { end } = all[from]!.mention.span
    let to = from + 1
    for (; to < all.length && all[to]!.mention.span.start < end; to++) end = Math.max(end, all[to]!.mention.span.end)
    if (to === from + 1) joined.push(all[from]!.mention)
    else joined.push(...settled(all.slice(from, to), prose))
    from = to
  }
  return joined
}

interface Ranked {
  readonly mention: Mention
  readonly rank: number
}

interface Place {
  readonly mention: Mention
  readonly tokens: number
  readonly parts: Mention[]
}

class JoinedMention implements Mention {
  readonly span: Span
  readonly form: SurfaceForm
  readonly concepts: readonly [Concept, ...Concept[]]
  readonly parts?: readonly Mention[]

  constructor(span: Span, form: SurfaceForm, concepts: Mention['concepts'], parts: readonly Mention[] = []) {
    this.span = span
    this.form = form
    this.concepts = concepts
    if (parts.length > 0) this.parts = parts
  }

  moved(by: number): Mention {
    const parts = this.parts?.map(part => part.moved(by))
    const span = { start: this.span.start + by, end: this.span.end + by }
    return new JoinedMention(span, this.form, this.concepts, parts)
  }
}

/** The mentions of one knot of overlaps. */
function settled(knot: readonly Ranked[], prose: string): Mention[] {
  const single = knot.flatMap(({ mention, rank }) =>
    [mention, ...(mention.parts ?? [])].map(mention => ({ mention, rank })),
  )
  const chosen: Place[] = []
  for (const place of placesOf(single, prose)) {
    const { span } = place.mention
    const next = firstEndingAfter(chosen, span.start)
    const owner = chosen[next] && chosen[next].mention.span.start < span.end ? chosen[next] : undefined
    if (!owner) chosen.splice(next, 0, place)
    else if (owner.mention.span.start <= span.start && span.end <= owner.mention.span.end) {
      const said = new Set([owner.mention, ...owner.parts].flatMap(({ concepts }) => concepts))
      const [first, ...others] = place.mention.concepts.filter(concept => !said.has(concept))
      const { form } = place.mention
      if (first) owner.parts.push(new JoinedMention(span, form, [first, ...others]))
    }
  }
  return chosen.map(({ mention: { span, form, concepts }, parts }) => {
    parts.sort((a, b) => a.span.start - b.span.start)
    return new JoinedMention(span, form, concepts, parts)
  })
}

/** The first of several places beside each other, in order, that ends after an offset; their number when there is none. */
function firstEndingAfter(places: readonly Place[], offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.mention.span.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** One for each span, the longest in words first, then the earliest; at one span the earlier lexicon speaks first. */
function placesOf(mentions: readonly Ranked[], prose: string): Place[] {
  const bySpan = new Map<string, Mention>()
  for (const { mention } of [...mentions].sort((a, b) => a.rank - b.rank)) {
    const key = `${mention.span.start} ${mention.span.end}`
    const known = bySpan.get(key)
    const concepts = known ? unique([...known.concepts, ...mention.concepts]) : mention.concepts
    bySpan.set(key, new JoinedMention(mention.span, (known ?? mention).form, concepts))
  }
  const places = [...bySpan.values()].map(mention => {
    const tokens = foldedTokens(prose.slice(mention.span.start, mention.span.end)).length
    return { mention, tokens, parts: [] }
  })
  return places.sort((a, b) => b.tokens - a.tokens || inOrder(a, b) || length(b) - length(a))
}

const length = ({ mention: { span } }: Place): number => span.end - span.start
const inOrder = (a: Place, b: Place): number => a.mention.span.start - b.mention.span.start
const unique = (concepts: readonly Concept[]) => [...new Set(concepts)] as [Concept, ...Concept[]]
