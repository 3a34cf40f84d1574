import type { Problem, Span } from '../../text/span.ts'
import type { Concept, Identifier, PackSource, Relation, SurfaceForm } from '../concept.ts'
import { closingRelations } from '../cycles.ts'
import { whyUnusable } from '../usable-form.ts'

export type LexiconFormat = 'stroma' | 'obo' | 'obo-graph' | 'mesh-xml' | 'mesh-ascii' | 'skos' | 'table' | 'sssom'

/** What reading one lexicon gave: all that is sound, and a problem for each thing that is not. */
export interface LexiconReading {
  readonly source: PackSource
  readonly concepts: readonly Concept[]
  readonly problems: readonly Problem[]
  readonly format?: LexiconFormat
}

/** A reader of one format. Reading never throws; spans are offsets in `text`, which has no byte order mark. */
export interface LexiconReader {
  readonly format: LexiconFormat
  /** File name endings, with the dot. */
  readonly extensions: readonly string[]
  /** Whether a text looks like this format. */
  recognises(text: string): boolean
  read(text: string, uri: string): LexiconReading
}

/** Of more problems than this, only how many there are is told. */
const MOST_PROBLEMS = 200

/** A pack whose file says little of itself. */
export function sourceNamed(uri: string, said: Partial<PackSource> = {}): PackSource {
  const name = uri.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'lexicon'
  const title = said.title ?? said.id ?? name
  return { id: name, title, version: 'unknown', licence: 'unknown', citation: title, ...said }
}

/** What a reader gathers while it goes through a text of `length`: concepts by id, each once, and problems with places. */
export function gathering(source: PackSource, length: number) {
  const concepts = new Map<string, Concept>()
  const places = new Map<string, (relation: Relation) => Span>()
  const problems: Problem[] = []
  const retired: { readonly name: string; readonly by: string; readonly span: Span }[] = []
  let more = 0
  const complain = (message: string, start: number, end: number): void => {
    const span = { start: Math.min(start, length), end: Math.min(Math.max(start, end), length) }
    if (problems.length < MOST_PROBLEMS) problems.push({ message, span })
    else more++
  }
  return {
    complain,
    /** Adds a concept; false when its id is taken. `place` tells where a relation of it stands, if that has to be told. */
    add(concept: Omit<Concept, 'pack'>, place?: (relation: Relation) => Span): boolean {
      if (concepts.has(concept.id)) return false
      if (place && concept.relations.length > 0) places.set(concept.id, place)
      concepts.set(concept.id, { ...concept, pack: source })
      return true
    },
    get: (id: string): Concept | undefined => concepts.get(id),
    replace(concept: Concept): void {
      concepts.set(concept.id, concept)
    },
    /** Notes the name of a term that was given up for the concept `by`: a form of that, unless another concept is called so. */
    retire(name: string, by: string, span: Span): void {
      retired.push({ name, by, span })
    },
    /** The reading; relations to concepts that are not in the file are left out without a word, as imports leave many. */
    finish(): LexiconReading {
      const inUse = new Set(
        retired.length === 0 ? [] : [...concepts.values()].flatMap(({ surfaceForms }) => surfaceForms.map(keyOf)),
      )
      for (const { name, by, span } of retired) {
        const concept = concepts.get(by)
        const form: SurfaceForm = { text: name.trim(), kind: 'obsolete' }
        if (!concept || inUse.has(keyOf(form))) continue
        const why = whyUnusable(form.text)
        inUse.add(keyOf(form))
        if (why) complain(why, span.start, span.end)
        else concepts.set(by, { ...concept, surfaceForms: [...concept.surfaceForms, form] })
      }
      const circular = new Set<Relation>()
      for (const { concept, relation, message } of closingRelations(concepts)) {
        circular.add(relation)
        const { start, end } = places.get(concept.id)?.(relation) ?? { start: 0, end: 0 }
        complain(message, start, end)
      }
      problems.sort((a, b) => a.span.start - b.span.start)
      if (more > 0)
        problems.push({ message: `${more} more problems of this kind are not listed.`, span: { start: 0, end: 0 } })
      const list = [...concepts.values()].map(concept => {
        const relations = concept.relations.filter(
          relation => concepts.has(relation.concept) && !circular.has(relation),
        )
        return relations.length === concept.relations.length ? concept : { ...concept, relations }
      })
      return { source, concepts: list, problems }
    },
  }
}

const keyOf = ({ text }: SurfaceForm): string => text.toLowerCase()

/**
 * The surface forms of a label and its synonyms: each once, at least two characters, and without a qualifier in
 * brackets at the end (“early embryonic cell (metazoa)” is written “early embryonic cell”). `complain` is told of those
 * that cannot be used.
 */
export function formsOf(
  label: string,
  others: readonly SurfaceForm[],
  complain: (message: string) => void = () => undefined,
): SurfaceForm[] {
  const forms = new Map<string, SurfaceForm>()
  const add = (form: SurfaceForm) => {
    const text = form.text.trim()
    if (text === '' || forms.has(text)) return
    const why = whyUnusable(text)
    if (why) complain(why)
    else forms.set(text, { ...form, text })
  }
  add({ text: label, kind: 'preferred' })
  const bare = label.replace(/\s*\([^()]*\)$/, '')
  if (bare !== label && bare.length > 3) add({ text: bare, kind: 'synonym' })
  for (const form of others) add(form)
  return [...forms.values()]
}

/** The identifier that a prefixed id is: `CL:0000034` of the system `cl`. */
export function identifierOf(id: string, label: string, source: string): Identifier | undefined {
  const prefix = /^([A-Za-z][A-Za-z0-9]*):/.exec(id)?.[1]
  return prefix ? { system: prefix.toLowerCase(), id, label, match: 'exact', source } : undefined
}

/** The lines of a text from an offset on, with their offsets, without line ends. */
export function* linesOf(text: string, from = 0): Iterable<{ readonly line: string; readonly start: number }> {
  let start = from
  while (start < text.length) {
    let end = start
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++
    yield { line: text.slice(start, end), start }
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1)
  }
}

/** The date in what names a release (`cl/releases/2026-06-08/cl.owl`), or all of it. */
export const versionOf = (release: string): string => /\d{4}-\d{2}-\d{2}/.exec(release)?.[0] ?? release
