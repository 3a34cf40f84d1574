import type { Fact } from './facts.ts'
import { referenceKey } from './reference-key.ts'

/** What a manuscript defines anywhere in it, as far as it decides how something elsewhere is read. */
export interface Definitions {
  /** Labels of link definitions, and the headings' texts, which can be linked to as well. */
  readonly names: ReadonlySet<string>
  readonly examples: ReadonlySet<string>
  /** Footnote labels that something refers to. */
  readonly referred: ReadonlySet<string>
  /** The definition that holds for each footnote label: the last. */
  readonly notes: ReadonlyMap<string, Fact>
  /** The metadata block that each field is last given in, where that is not the front matter. */
  readonly fields: ReadonlyMap<string, Fact>
}

/** What one piece adds to the definitions. */
export interface Contribution {
  readonly names: readonly string[]
  readonly referred: readonly string[]
  readonly notes: readonly (readonly [label: string, definition: Fact])[]
  readonly fields: readonly (readonly [field: string, block: Fact])[]
}

/** Whether two pieces contribute the same, though they may have been read at different times. */
export const sameContribution = (a: Contribution | undefined, b: Contribution | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.notes.length + b.notes.length + a.fields.length + b.fields.length === 0 &&
    sameList(a.names, b.names) &&
    sameList(a.referred, b.referred))

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

/** What the facts of one piece contribute; nothing when it is nothing. */
export function contributionOf(facts: readonly Fact[]): Contribution | undefined {
  const names: string[] = []
  const referred: string[] = []
  const notes: (readonly [string, Fact])[] = []
  const fields: (readonly [string, Fact])[] = []
  const visit = (list: readonly Fact[], inNote: boolean): void => {
    for (const fact of list) {
      if (fact.type === 'link-definition') names.push(referenceKey(fact.definition.label))
      else if (fact.type === 'heading' && fact.key !== '') names.push(fact.key)
      else if (fact.type === 'note' && !inNote) referred.push(fact.mark.label)
      else if (fact.type === 'reference') visit(fact.literal, inNote)
      else if (fact.type === 'citation-or-link') visit(fact.group, inNote)
      else if (fact.type === 'metadata') for (const field of fact.fields) fields.push([field, fact])
      else if (fact.type === 'note-definition') {
        visit(fact.facts, true)
        notes.push([fact.mark.label, fact])
      }
    }
  }
  visit(facts, false)
  return names.length + referred.length + notes.length + fields.length > 0
    ? { names, referred, notes, fields }
    : undefined
}

/** All contributions together; a part that is as it was in `previous` is the same object. */
export function gather(
  contributions: Iterable<Contribution>,
  examples: ReadonlyMap<string, number>,
  previous?: Definitions,
): Definitions {
  const names = new Set<string>()
  const referred = new Set<string>()
  const notes = new Map<string, Fact>()
  const fields = new Map<string, Fact>()
  for (const contribution of contributions) {
    for (const name of contribution.names) names.add(name)
    for (const label of contribution.referred) referred.add(label)
    for (const [label, definition] of contribution.notes) notes.set(label, definition)
    for (const [field, block] of contribution.fields) fields.set(field, block)
  }
  const labels = new Set(examples.keys())
  if (!previous) return { names, examples: labels, referred, notes, fields }
  return {
    names: sameSet(previous.names, names) ? previous.names : names,
    examples: sameSet(previous.examples, labels) ? previous.examples : labels,
    referred: sameSet(previous.referred, referred) ? previous.referred : referred,
    notes: sameMap(previous.notes, notes) ? previous.notes : notes,
    fields: sameMap(previous.fields, fields) ? previous.fields : fields,
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const item of b) if (!a.has(item)) return false
  return true
}

function sameMap(a: ReadonlyMap<string, Fact>, b: ReadonlyMap<string, Fact>): boolean {
  if (a.size !== b.size) return false
  for (const [key, fact] of b) if (a.get(key) !== fact) return false
  return true
}
