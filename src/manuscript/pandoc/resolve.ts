import { byPosition, type Span } from '../../text/span.ts'
import type { Citation, Image, Link, LinkDefinition } from '../manuscript.ts'
import type { Reading } from '../reading.ts'
import type { Fact } from './facts.ts'
import { referenceKey } from './reference-key.ts'

/** Facts of the body, or of one string in the metadata. */
export interface FactGroup {
  readonly field?: string
  readonly facts: readonly Fact[]
}

/** What a manuscript defines anywhere in it. */
export interface Definitions {
  readonly links: ReadonlyMap<string, LinkDefinition>
  /** Headings can be linked to by their text. */
  readonly headings: ReadonlySet<string>
  readonly examples: ReadonlyMap<string, number>
  /** The definition that holds for each footnote label: the last. */
  readonly notes: ReadonlyMap<string, Fact>
  /** The metadata block that each field is last given in, where that is not the front matter. */
  readonly fields: ReadonlyMap<string, Fact>
}

type Lists = { -readonly [List in keyof Reading]: Reading[List] extends readonly (infer Item)[] ? Item[] : never } & {
  noteReferences: Reading['footnotes']['references'][number][]
  noteDefinitions: Reading['footnotes']['definitions'][number][]
}

/** Settles what depended on definitions and sorts the facts into lists. */
export function resolve(groups: readonly FactGroup[], examples: ReadonlyMap<string, number>): Reading {
  const definitions = { ...define(groups), examples }
  const lists = emptyLists()
  const cited: Citation[] = []
  for (const { field, facts } of groups) {
    const collected: Citation[] = []
    const notes: Fact[] = []
    for (const fact of facts) emit(fact, definitions, lists, collected, notes)
    emitNotes(notes, definitions, lists, collected)
    collected.sort((a, b) => byPosition(a.span, b.span))
    if (field !== undefined && definitions.fields.has(field)) continue
    for (const citation of collected) cited.push(field === undefined ? citation : { ...citation, field })
  }
  const { noteReferences, noteDefinitions, ...rest } = lists
  const footnotes = { references: noteReferences.sort(bySpan), definitions: noteDefinitions.sort(bySpan) }
  for (const list of Object.values(rest)) if (Array.isArray(list)) (list as { span?: Span }[]).sort(bySpan)
  return { ...rest, citations: cited, footnotes, nonProse: merge(lists.nonProse) }
}

function define(groups: readonly FactGroup[]): Omit<Definitions, 'examples'> {
  const links = new Map<string, LinkDefinition>()
  const headings = new Set<string>()
  const notes = new Map<string, Fact>()
  const fields = new Map<string, Fact>()
  const visit = (fact: Fact): void => {
    if (fact.type === 'link-definition') links.set(referenceKey(fact.definition.label), fact.definition)
    else if (fact.type === 'heading') {
      if (fact.key !== '') headings.add(fact.key)
    } else if (fact.type === 'metadata') {
      for (const field of fact.fields) fields.set(field, fact)
    } else if (fact.type === 'note-definition') {
      fact.facts.forEach(visit)
      notes.set(fact.mark.label, fact)
    }
  }
  for (const { facts } of groups) facts.forEach(visit)
  return { links, headings, notes, fields }
}

/** A footnote's citations appear where it is referred to; marks within footnotes refer to nothing. */
function emitNotes(notes: readonly Fact[], definitions: Definitions, lists: Lists, cited: Citation[]): void {
  const referred = new Set(lists.noteReferences.map(({ label }) => label))
  for (let pending = notes; pending.length > 0; ) {
    const inner: Fact[] = []
    for (const note of pending) {
      if (note.type !== 'note-definition') continue
      lists.noteDefinitions.push(note.mark)
      const shown = referred.has(note.mark.label) && definitions.notes.get(note.mark.label) === note
      const collected: Citation[] = []
      for (const fact of note.facts) emit(fact, definitions, lists, collected, inner)
      if (shown) for (const citation of collected) cited.push(citation)
    }
    pending = inner
  }
}

function emit(fact: Fact, definitions: Definitions, lists: Lists, cited: Citation[], notes: Fact[]): void {
  const each = (facts: readonly Fact[]): void => {
    for (const inner of facts) emit(inner, definitions, lists, cited, notes)
  }
  switch (fact.type) {
    case 'citation':
      cited.push(fact.citation)
      break
    case 'citation-or-example':
      if (!definitions.examples.has(fact.citation.items[0]!.citekey)) cited.push(fact.citation)
      break
    case 'citation-or-link':
      if (isDefined(fact.key, definitions)) {
        cited.push(fact.alone)
        each(fact.linked)
      } else {
        cited.push(fact.withGroup)
        each(fact.group)
      }
      break
    case 'reference': {
      const defined = isDefined(fact.key, definitions)
      if (defined || !fact.shortcut) {
        const definition = definitions.links.get(fact.key)
        const link: Link | Image = definition ? { ...fact.link, destination: definition.destination } : fact.link
        if (fact.image) lists.images.push(link as Image)
        else lists.links.push(link)
      }
      each(defined ? fact.linked : fact.literal)
      break
    }
    case 'note':
      lists.noteReferences.push(fact.mark)
      break
    case 'note-definition':
      notes.push(fact)
      break
    case 'link':
      lists.links.push(fact.link)
      break
    case 'image':
      lists.images.push(fact.image)
      break
    case 'link-definition':
      lists.linkDefinitions.push(fact.definition)
      break
    case 'heading':
      lists.headings.push(fact.heading)
      break
    case 'attributes':
      lists.attributes.push(fact.attributes)
      break
    case 'code':
      lists.code.push(fact.code)
      break
    case 'math':
      lists.math.push(fact.math)
      break
    case 'tex':
      lists.rawTex.push(fact.tex)
      break
    case 'comment':
      lists.comments.push(fact.comment)
      break
    case 'block':
      lists.blocks.push(fact.block)
      break
    case 'metadata':
      for (const { field, facts } of fact.strings) {
        const before = cited.length
        each(facts)
        const inField = cited.splice(before)
        if (definitions.fields.get(field) !== fact) continue
        for (const citation of inField) cited.push({ ...citation, field })
      }
      break
    case 'blank':
      lists.nonProse.push(fact.span)
      break
  }
}

const isDefined = (key: string, { links, headings }: Definitions): boolean => links.has(key) || headings.has(key)

const bySpan = (a: { span?: Span }, b: { span?: Span }): number =>
  byPosition(a.span ?? (a as Span), b.span ?? (b as Span))

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort(byPosition)) {
    const last = merged[merged.length - 1]
    if (last && span.start <= last.end) {
      if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end }
    } else merged.push(span)
  }
  return merged
}

const emptyLists = (): Lists => ({
  blocks: [],
  citations: [],
  attributes: [],
  headings: [],
  links: [],
  images: [],
  linkDefinitions: [],
  footnotes: undefined as never,
  code: [],
  math: [],
  rawTex: [],
  comments: [],
  roles: [],
  directives: [],
  nonProse: [],
  problems: [],
  noteReferences: [],
  noteDefinitions: [],
})
