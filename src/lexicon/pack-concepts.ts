import { closest } from '../text/closest.ts'
import type { Concept, Identifier, PackSource, Relation, Statement, SurfaceForm, SurfaceFormKind } from './concept.ts'
import { closingRelations } from './cycles.ts'
import { whyUnusable } from './usable-form.ts'

/** Keys and indices down to a value of the pack. */
export type Path = readonly (string | number)[]

/** Something wrong in a pack, and where. */
export interface Complaint {
  readonly path: Path
  readonly message: string
}

type Complain = (path: Path, message: string) => void
type Data = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KINDS: readonly SurfaceFormKind[] = [
  'preferred',
  'synonym',
  'abbreviation',
  'spelling',
  'plural',
  'hyphenation',
  'inflection',
  'wording',
  'obsolete',
]
const DEGREES: readonly Identifier['match'][] = ['exact', 'close', 'broad', 'narrow', 'related']
const FIELDS = ['id', 'label', 'category', 'statements', 'relations', 'surfaceForms', 'identifiers', 'cues']

/** The concepts of a pack that are sound; what is not sound is left out and complained of. */
export function readConcepts(data: unknown, pack: PackSource, complain: Complain): Concept[] {
  if (!Array.isArray(data)) {
    complain(['concepts'], 'The pack has no list `concepts`.')
    return []
  }
  const concepts = new Map<string, Concept>()
  const places = new Map<string, number>()
  data.forEach((given, index) => {
    const concept = readConcept(given, pack, (path, message) => complain(['concepts', index, ...path], message))
    if (!concept) return
    if (concepts.has(concept.id)) {
      complain(
        ['concepts', index, 'id'],
        `The id “${concept.id}” is taken by an earlier concept; this one is left out.`,
      )
      return
    }
    concepts.set(concept.id, concept)
    places.set(concept.id, index)
  })
  /** Where a relation stands among those that were written, sound or not. */
  const pathOf = (concept: Concept, relation: Relation): Path => {
    const place = places.get(concept.id)!
    const written: readonly unknown[] = data[place].relations
    const isIt = (one: unknown) =>
      isRecord(one) && textOf(one.relation) === relation.relation && textOf(one.concept) === relation.concept
    return ['concepts', place, 'relations', written.findIndex(isIt)]
  }
  const circular = new Set<Relation>()
  for (const { concept, relation, message } of closingRelations(concepts)) {
    circular.add(relation)
    complain(pathOf(concept, relation), message)
  }
  return [...concepts.values()].map(concept => {
    const known = concept.relations.filter(relation => {
      if (circular.has(relation)) return false
      if (concepts.has(relation.concept)) return true
      const near = closest(relation.concept, concepts.keys())
      const hint = near ? ` Is it “${near}”?` : ''
      complain(
        pathOf(concept, relation),
        `No concept of the pack has the id “${relation.concept}”; the relation is left out.${hint}`,
      )
      return false
    })
    return known.length === concept.relations.length ? concept : { ...concept, relations: known }
  })
}

function readConcept(data: unknown, pack: PackSource, complain: Complain): Concept | undefined {
  if (!isRecord(data)) return void complain([], 'A concept is a mapping with `id`, `label` and `category`.')
  const id = textOf(data.id)
  const label = textOf(data.label)
  if (!id) return void complain(['id'], 'The concept has no `id`; it is left out.')
  if (!label) return void complain(['label'], `The concept “${id}” has no \`label\`; it is left out.`)
  for (const field of Object.keys(data)) {
    if (FIELDS.includes(field)) continue
    const near = closest(field, FIELDS)
    complain([field], `A concept has no field “${field}”; it is left out.${near ? ` Is it “${near}”?` : ''}`)
  }
  const list = <T>(field: string, read: (item: unknown, complain: Complain) => T | undefined): T[] => {
    const items = data[field] ?? []
    if (!Array.isArray(items)) {
      complain([field], `\`${field}\` should be a list.`)
      return []
    }
    return items.flatMap(
      (item, index) => read(item, (path, message) => complain([field, index, ...path], message)) ?? [],
    )
  }
  const surfaceForms = list('surfaceForms', readForm)
  const why = whyUnusable(label)
  if (why) complain(['label'], why)
  else if (!surfaceForms.some(form => form.text === label)) surfaceForms.unshift({ text: label, kind: 'preferred' })
  const cues = isRecord(data.cues) ? data.cues : undefined
  return {
    id,
    label,
    category: textOf(data.category) ?? 'concept',
    statements: list('statements', readStatement),
    relations: list('relations', readRelation),
    surfaceForms,
    identifiers: list('identifiers', readIdentifier),
    ...(cues ? { cues: { supporting: textsOf(cues.supporting), opposing: textsOf(cues.opposing) } } : {}),
    pack,
  }
}

function readForm(data: unknown, complain: Complain): SurfaceForm | undefined {
  const given = isRecord(data) ? data : { text: data }
  const text = textOf(given.text)
  if (!text) return void complain([], 'A surface form is a text, or a mapping with `text`.')
  const why = whyUnusable(text)
  if (why) return void complain([], why)
  const kind = KINDS.find(kind => kind === given.kind)
  if (given.kind !== undefined && !kind) {
    complain(
      isRecord(data) ? ['kind'] : [],
      `No kind of surface form is called “${given.kind}”; it is read as a synonym.`,
    )
  }
  return {
    text,
    kind: kind ?? 'synonym',
    ...(given.caseSensitive === true ? { caseSensitive: true } : {}),
    ...(given.ambiguous === true ? { ambiguous: true } : {}),
  }
}

function readStatement(data: unknown, complain: Complain): Statement | undefined {
  const text = isRecord(data) ? textOf(data.text) : undefined
  const place = isRecord(data) ? textOf(data.place) : undefined
  if (text && place) return { text, place }
  return void complain([], 'A statement needs its `text` and the `place` where the source says so; it is left out.')
}

function readRelation(data: unknown, complain: Complain): Relation | undefined {
  const [relation, concept, place] = isRecord(data)
    ? [textOf(data.relation), textOf(data.concept), textOf(data.place)]
    : []
  if (relation && concept && place) return { relation, concept, place }
  return void complain([], 'A relation needs `relation`, `concept` and `place`; it is left out.')
}

function readIdentifier(data: unknown, complain: Complain): Identifier | undefined {
  const [system, id, label, source] = isRecord(data)
    ? [textOf(data.system), textOf(data.id), textOf(data.label), textOf(data.source)]
    : []
  if (!isRecord(data) || !system || !id || !source) {
    return void complain([], 'An identifier needs `system`, `id` and the `source` where it was seen; it is left out.')
  }
  const match = DEGREES.find(degree => degree === data.match)
  if (data.match !== undefined && !match) complain(['match'], `“${data.match}” is none of ${DEGREES.join(', ')}.`)
  return { system, id, ...(label ? { label } : {}), match: match ?? 'related', source }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? value.trim() : undefined

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(item => textOf(item) ?? []) : [])
