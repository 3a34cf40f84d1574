import { lazy } from '../text/memo.ts'
import type { Concept, Lexicon, PackSource, SurfaceForm } from './concept.ts'
import { CueIndex } from './cues.ts'
import { definitionsFor } from './definitions.ts'
import { findMentions } from './find-mentions.ts'
import { formIndexBuilder } from './form-index.ts'
import { entryOf, FormFlag, type FormStore } from './form-store.ts'

/** A pack as a reader gives it; where a form or an id is in several packs, the earlier pack goes first. */
export interface LexiconPack {
  readonly source: PackSource
  readonly concepts: readonly Concept[]
}

/** Compiles packs for matching, when it is first asked for. Leave out what is switched off before. */
export function compileLexicon(packs: readonly LexiconPack[]): Lexicon {
  const sources = packs.map(({ source }) => source)
  const concepts = new Map(keyed(packs).map(({ key, concept }) => [key, concept]))
  const compiled = lazy(() => lexiconOf(storeOf([...concepts.values()]).store, sources, concepts))
  return { packs: sources, concepts, mentionsIn: (prose, defined) => compiled().mentionsIn(prose, defined) }
}

/** The concepts of several packs with the key that each goes by, and the place of its pack. */
export function keyed(packs: readonly LexiconPack[]): { key: string; concept: Concept; pack: number }[] {
  const known = new Map<string, { key: string; concept: Concept; pack: number }>()
  packs.forEach(({ source, concepts }, pack) => {
    for (const concept of concepts) {
      const key = known.has(concept.id) ? `${source.id}/${concept.id}` : concept.id
      known.set(key, { key, concept, pack })
    }
  })
  return [...known.values()]
}

/** A lexicon over compiled forms, wherever these come from. */
export function lexiconOf(
  store: FormStore,
  packs: readonly PackSource[],
  concepts: ReadonlyMap<string, Concept>,
): Lexicon {
  const cues = new CueIndex()
  const definitions = new WeakMap<ReadonlyMap<string, string>, ReturnType<typeof definitionsFor>>()
  return {
    packs,
    concepts,
    mentionsIn(prose, defined) {
      let known = definitions.get(defined)
      if (!known) definitions.set(defined, (known = definitionsFor(store, defined)))
      return findMentions(store, prose, known, cues)
    },
  }
}

/** A store over concepts in memory, and what an index keeps besides. */
export interface BuiltStore {
  readonly store: FormStore
  /** By number of a form: its place among the forms of its concept. */
  readonly ordinals: Int32Array
  /** How many different forms there are. */
  readonly count: number
}

/** Compiles the forms of concepts. Of concepts that share a form, the earlier goes first. */
export function storeOf(concepts: readonly Concept[]): BuiltStore {
  const builder = formIndexBuilder()
  const surfaceForms: SurfaceForm[] = []
  const formConcepts: number[] = []
  const formOrdinals: number[] = []
  concepts.forEach((concept, number) => {
    for (const [ordinal, form] of concept.surfaceForms.entries()) {
      if (!builder.add(form.text, surfaceForms.length)) continue
      surfaceForms.push(form)
      formConcepts.push(number)
      formOrdinals.push(ordinal)
    }
  })
  const { index, added, isLast } = builder.finish()
  const forms = new Int32Array(added.length)
  const ordinals = new Int32Array(added.length)
  const seen = new Uint8Array(surfaceForms.length)
  for (let form = 1; form < added.length; form++) {
    const number = added[form]!
    const { ambiguous } = surfaceForms[number]!
    const flags = [
      isCaseSensitive(surfaceForms[number]!) ? FormFlag.CaseSensitive : 0,
      ambiguous ? FormFlag.Ambiguous : 0,
      isLast[form] === 1 ? FormFlag.Last : 0,
      seen[number] === 1 ? FormFlag.Again : 0,
    ]
    forms[form] = entryOf(
      formConcepts[number]!,
      flags.reduce((all, flag) => all | flag),
    )
    ordinals[form] = formOrdinals[number]!
    seen[number] = 1
  }
  const conceptAt = (number: number) => concepts[number]!
  const formAt = (form: number) => surfaceForms[added[form]!]!
  return { store: { index, forms, conceptAt, formAt }, ordinals, count: surfaceForms.length }
}

/** An abbreviation of capitals is never meant by the same letters in lower case: MET, CAT, WAS. */
export const isCaseSensitive = ({ text, caseSensitive }: SurfaceForm): boolean =>
  caseSensitive ??
  (text.length <= 6 && /^[\p{Lu}\p{N}-]*\p{Lu}[\p{Lu}\p{N}-]*s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text))
