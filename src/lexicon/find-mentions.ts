import { lastUpTo } from '../text/sorted.ts'
import { arrange, type Meaning } from './arrange.ts'
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
  const found = candidates(store, prose, scratch)
  const before = found.length
  found.push(...definitions.candidatesIn(prose, scratch))
  addCoordinated(store, prose, found)
  if (found.length > before) found.sort((a, b) => a.first - b.first || a.last - b.last)
  const isAmbiguous = (form: number) => (store.formFlags[form]! & AMBIGUOUS) !== 0
  const meaning = meaningIn(store, prose, found, isAmbiguous)
  const meanings: Meaning[] = []
  for (const candidate of found) {
    const { start, end, forms } = candidate
    const defined = definitions.known ? definitions.meaningOf(prose.slice(start, end)) : undefined
    if (forms.length === 1 && !defined && !isAmbiguous(forms[0]!)) {
      meanings.push({ candidate, form: forms[0]!, concepts: [store.formConcepts[forms[0]!]!] })
      continue
    }
    const readings = defined
      ? forms.filter(form => defined.has(store.formConcepts[form]!)).map(form => ({ form, weight: 0 }))
      : meaning(candidate)
    if (readings.length === 0) continue
    readings.sort((a, b) => b.weight - a.weight)
    const concepts = [...new Set(readings.map(({ form }) => store.formConcepts[form]!))]
    meanings.push({ candidate, form: readings[0]!.form, concepts })
  }
  return arrange(store, meanings)
}

/** Adds the candidates that share a word with another; at one place the readings are put together. */
function addCoordinated(store: FormStore, prose: string, found: Candidate[]): void {
  const { before, after } = coordinated(store.index, prose, scratch, found)
  if (before.length + after.length === 0) return
  const keyOf = ({ first, last }: Candidate) => first * 1024 + Math.min(1023, last - first)
  const places = new Map<number, number>()
  found.forEach((candidate, index) => void places.set(keyOf(candidate), index))
  const add = (candidate: Candidate, likelier: boolean) => {
    const place = keyOf(candidate)
    const index = places.get(place)
    if (index === undefined) {
      places.set(place, found.push(candidate) - 1)
    } else {
      const { forms } = found[index]!
      found[index] = { ...candidate, forms: likelier ? [...candidate.forms, ...forms] : [...forms, ...candidate.forms] }
    }
  }
  for (const candidate of before) add(candidate, true)
  for (const candidate of after) add(candidate, false)
}

/** What the forms at a place mean where no definition decides: the paragraph around it speaks for ambiguous ones. */
function meaningIn(
  store: FormStore,
  prose: string,
  found: readonly Candidate[],
  isAmbiguous: (form: number) => boolean,
): (candidate: Candidate) => { form: number; weight: number }[] {
  const paragraphs = paragraphsOf(prose)
  let certain: Map<Paragraph, Set<number>> | undefined
  /** Whether the concept is named without doubt in the same paragraph. */
  const isNamed = (paragraph: Paragraph, concept: number): boolean => {
    if (!certain) {
      certain = new Map()
      for (const { start, forms } of found) {
        const around = paragraphs.at(start)
        for (const form of forms) {
          if (isAmbiguous(form)) continue
          const concepts = certain.get(around)
          if (concepts) concepts.add(store.formConcepts[form]!)
          else certain.set(around, new Set([store.formConcepts[form]!]))
        }
      }
    }
    return certain.get(paragraph)?.has(concept) ?? false
  }
  return candidate => {
    const readings: { form: number; weight: number }[] = []
    const inName = isInName(prose, candidate)
    for (const form of candidate.forms) {
      if (!isAmbiguous(form)) readings.push({ form, weight: 0 })
      else if (!inName) {
        const concept = store.formConcepts[form]!
        const paragraph = paragraphs.at(candidate.start)
        const weight = support(store.conceptAt(concept), paragraph, candidate)
        if (weight !== undefined) readings.push({ form, weight: weight - 1000 })
        else if (isNamed(paragraph, concept)) readings.push({ form, weight: -1000 })
      }
    }
    return readings
  }
}

/** Whether a word with a capital stands in a name: “National Cancer Institute”. */
function isInName(prose: string, { first, last, start, end }: Candidate): boolean {
  if (first !== last || !/^\p{Lu}\p{Ll}+$/u.test(prose.slice(start, end))) return false
  return (
    /\p{Lu}[\p{L}\p{N}]*[.’'s]{0,2}\s$/u.test(prose.slice(Math.max(0, start - 30), start)) ||
    /^\s\p{Lu}/u.test(prose.slice(end, end + 2))
  )
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
