import { lastUpTo } from '../text/sorted.ts'
import { AMBIGUOUS, type Candidate, candidates, type FormStore } from './candidates.ts'
import type { Mention } from './concept.ts'
import { coordinated } from './coordination.ts'
import { type Paragraph, paragraphOf, support } from './cues.ts'
import type { Definitions } from './definitions.ts'
import { newTokens, type Tokens } from './tokens.ts'

const scratch: Tokens = newTokens(4096)

/**
 * The mentions in `prose`: the longest of those that overlap, the earlier of two that are equally long. A shorter one
 * inside a longer one, of another concept, becomes its part.
 */
export function findMentions(store: FormStore, prose: string, definitions: Definitions): Mention[] {
  const found = withCoordinated(store, prose, candidates(store, prose, scratch))
  const definedToo = definitions.candidatesIn(prose, scratch)
  if (definedToo.length > 0) found.push(...definedToo)
  if (found.length === 0) return []
  const kept = withMeaning(store, prose, definitions, found)
  return arrange(kept, scratch.count)
}

/** The candidates together with those that share a word with another; at one place the readings are put together. */
function withCoordinated(store: FormStore, prose: string, found: Candidate[]): Candidate[] {
  if (found.length === 0) return found
  const { before, after } = coordinated(store.index, prose, scratch, found)
  for (const [more, first] of [
    [before, true],
    [after, false],
  ] as const) {
    for (const candidate of more) {
      const same = found.findIndex(other => other.first === candidate.first && other.last === candidate.last)
      if (same < 0) found.push(candidate)
      else {
        const forms = first ? [candidate.forms, found[same]!.forms] : [found[same]!.forms, candidate.forms]
        found[same] = { ...candidate, forms: forms.flat() }
      }
    }
  }
  return found
}

interface Meaning extends Candidate {
  readonly mention: Mention
}

/** The candidates that mean a concept here: definitions decide first, then the paragraph around an ambiguous form. */
function withMeaning(
  store: FormStore,
  prose: string,
  definitions: Definitions,
  found: readonly Candidate[],
): Meaning[] {
  const paragraphs = paragraphsOf(prose)
  const certain = new Map<Paragraph, Set<number>>()
  const isAmbiguous = (form: number) => (store.formFlags[form]! & AMBIGUOUS) !== 0
  for (const { start, forms } of found) {
    for (const form of forms) {
      if (isAmbiguous(form)) continue
      const paragraph = paragraphs.at(start)
      let concepts = certain.get(paragraph)
      if (!concepts) certain.set(paragraph, (concepts = new Set()))
      concepts.add(store.formConcepts[form]!)
    }
  }
  return found.flatMap(candidate => {
    const { start, end, forms } = candidate
    const defined = definitions.meaningOf(prose.slice(start, end))
    const readings: { form: number; concept: number; weight: number }[] = []
    for (const form of forms) {
      const concept = store.formConcepts[form]!
      if (readings.some(reading => reading.concept === concept)) continue
      if (defined) {
        if (defined.has(concept)) readings.push({ form, concept, weight: 0 })
      } else if (!isAmbiguous(form)) readings.push({ form, concept, weight: 0 })
      else if (!isInName(prose, candidate)) {
        const paragraph = paragraphs.at(start)
        const weight = support(store.conceptAt(concept), paragraph, candidate)
        if (weight !== undefined) readings.push({ form, concept, weight: weight - 1000 })
        else if (certain.get(paragraph)?.has(concept)) readings.push({ form, concept, weight: -1000 })
      }
    }
    if (readings.length === 0) return []
    readings.sort((a, b) => b.weight - a.weight)
    const [likeliest, ...others] = readings.map(({ concept }) => store.conceptAt(concept))
    const form = store.formAt(readings[0]!.form)
    const mention: Mention = { span: { start, end }, form, concepts: [likeliest!, ...others] }
    return [{ ...candidate, mention }]
  })
}

/** Whether a word with a capital stands in a name: “National Cancer Institute”. */
function isInName(prose: string, { first, last, start, end }: Candidate): boolean {
  if (first !== last || !/^\p{Lu}\p{Ll}+$/u.test(prose.slice(start, end))) return false
  return (
    /\p{Lu}[\p{L}\p{N}]*[.’'s]{0,2}\s$/u.test(prose.slice(Math.max(0, start - 30), start)) ||
    /^\s\p{Lu}/u.test(prose.slice(end, end + 2))
  )
}

/** Chooses among overlapping candidates and puts the shorter ones inside. Linear in the tokens they cover. */
function arrange(found: readonly Meaning[], tokenCount: number): Mention[] {
  const owners = new Int32Array(tokenCount)
  const chosen: Meaning[] = []
  const parts = new Map<number, Mention[]>()
  const longestFirst = [...found].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  for (const candidate of longestFirst) {
    const owner = owners[candidate.first]!
    let alone = true
    let inside = owner !== 0
    for (let token = candidate.first; token <= candidate.last; token++) {
      if (owners[token] !== 0) alone = false
      if (owners[token] !== owner) inside = false
    }
    if (alone) {
      chosen.push(candidate)
      owners.fill(chosen.length, candidate.first, candidate.last + 1)
    } else if (inside) {
      const whole = chosen[owner - 1]!
      const list = parts.get(owner) ?? []
      const said = [whole.mention, ...list].flatMap(({ concepts }) => concepts)
      const [concept, ...others] = candidate.mention.concepts.filter(concept => !said.includes(concept))
      if (concept) parts.set(owner, [...list, { ...candidate.mention, concepts: [concept, ...others] }])
    }
  }
  return chosen
    .map(({ mention }, index) => {
      const inside = parts.get(index + 1)
      return inside ? { ...mention, parts: inside.sort((a, b) => a.span.start - b.span.start) } : mention
    })
    .sort((a, b) => a.span.start - b.span.start)
}

/** The paragraphs of a prose, made when asked for; blank lines part them. */
function paragraphsOf(prose: string): { at(offset: number): Paragraph } {
  let bounds: number[] | undefined
  const made = new Map<number, Paragraph>()
  return {
    at(offset) {
      bounds ??= [
        0,
        ...Array.from(prose.matchAll(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/g), ({ index }) => index),
        prose.length + 1,
      ]
      const low = lastUpTo(bounds, offset, bounds.length - 2)
      let paragraph = made.get(low)
      if (!paragraph) made.set(low, (paragraph = paragraphOf(prose, bounds[low]!, bounds[low + 1]!)))
      return paragraph
    },
  }
}
