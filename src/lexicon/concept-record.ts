import type { Concept, PackSource, SurfaceForm } from './concept.ts'

/** A concept as an index keeps it, with the number of its pack: what is empty or usual is left out. */
export type ConceptRecord = [
  pack: number,
  concept: Partial<Omit<Concept, 'surfaceForms' | 'pack'>>,
  forms: FormRecord[],
]

/** The text alone stands for a preferred form. */
type FormRecord = string | SurfaceForm

/** Makes a record of a concept. */
export function recordOf(concept: Concept, pack: number): ConceptRecord {
  const { pack: _, surfaceForms, ...fields } = concept
  const kept = Object.entries(fields).filter(([name, value]) => !isUsual(name, value))
  return [pack, Object.fromEntries(kept), surfaceForms.map(form => (isPlain(form) ? form.text : form))]
}

/** The concept that a record was made of. */
export function conceptOf([pack, fields, forms]: ConceptRecord, packs: readonly PackSource[]): Concept {
  return {
    id: '',
    label: '',
    category: USUAL_CATEGORY,
    statements: [],
    relations: [],
    identifiers: [],
    ...fields,
    surfaceForms: forms.map(form => (typeof form === 'string' ? { text: form, kind: 'preferred' } : form)),
    pack: packs[pack]!,
  }
}

/** The concept of a record in JSON; nothing when it is none. */
export function readRecord(json: string, packs: readonly PackSource[]): Concept | undefined {
  try {
    const concept = conceptOf(JSON.parse(json) as ConceptRecord, packs)
    const texts = [concept.id, concept.label, concept.category, ...concept.surfaceForms.map(({ text }) => text)]
    const lists = [concept.statements, concept.relations, concept.identifiers]
    return texts.every(text => typeof text === 'string') && lists.every(Array.isArray) && concept.pack
      ? concept
      : undefined
  } catch {
    return undefined
  }
}

const USUAL_CATEGORY = 'concept'

const isUsual = (name: string, value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (name === 'category' && value === USUAL_CATEGORY)

const isPlain = ({ kind, caseSensitive, ambiguous }: SurfaceForm): boolean =>
  kind === 'preferred' && caseSensitive === undefined && ambiguous === undefined
