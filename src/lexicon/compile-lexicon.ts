import { lazy } from '../text/memo.ts'
import { AMBIGUOUS, CASE_SENSITIVE, type FormStore } from './candidates.ts'
import type { Concept, Lexicon, PackSource, SurfaceForm } from './concept.ts'
import { definitionsFor } from './definitions.ts'
import { findMentions } from './find-mentions.ts'
import { formIndexBuilder } from './form-index.ts'

/** A pack as a reader gives it; where a form or an id is in several packs, the earlier pack goes first. */
export interface LexiconPack {
  readonly source: PackSource
  readonly concepts: readonly Concept[]
}

/** Compiles packs for matching, when it is first asked for. Leave out what is switched off before. */
export function compileLexicon(packs: readonly LexiconPack[]): Lexicon {
  const concepts = new Map<string, Concept>()
  for (const { source, concepts: own } of packs) {
    for (const concept of own) {
      concepts.set(concepts.has(concept.id) ? `${source.id}/${concept.id}` : concept.id, concept)
    }
  }
  const sources = packs.map(({ source }) => source)
  const compiled = lazy(() => lexiconOf(storeOf([...concepts.values()]), sources, concepts))
  return { packs: sources, concepts, mentionsIn: (prose, defined) => compiled().mentionsIn(prose, defined) }
}

/** A lexicon over compiled forms, wherever these come from. */
export function lexiconOf(
  store: FormStore,
  packs: readonly PackSource[],
  concepts: ReadonlyMap<string, Concept>,
): Lexicon {
  const definitions = new WeakMap<ReadonlyMap<string, string>, ReturnType<typeof definitionsFor>>()
  return {
    packs,
    concepts,
    mentionsIn(prose, defined) {
      let known = definitions.get(defined)
      if (!known) definitions.set(defined, (known = definitionsFor(store, defined)))
      return findMentions(store, prose, known)
    },
  }
}

/** Gives every form a number and compiles them. Of concepts that share a form, the earlier goes first. */
export function storeOf(concepts: readonly Concept[]): FormStore {
  const builder = formIndexBuilder()
  const forms: SurfaceForm[] = []
  const formConcepts: number[] = []
  const flags: number[] = []
  concepts.forEach((concept, number) => {
    for (const form of concept.surfaceForms) {
      if (!builder.add(form.text, forms.length)) continue
      forms.push(form)
      formConcepts.push(number)
      flags.push((isCaseSensitive(form) ? CASE_SENSITIVE : 0) | (form.ambiguous ? AMBIGUOUS : 0))
    }
  })
  return {
    index: builder.finish(),
    formConcepts: Int32Array.from(formConcepts),
    formFlags: Uint8Array.from(flags),
    conceptAt: number => concepts[number]!,
    formAt: number => forms[number]!,
  }
}

/** An abbreviation of capitals is never meant by the same letters in lower case: MET, CAT, WAS. */
export const isCaseSensitive = ({ text, caseSensitive }: SurfaceForm): boolean =>
  caseSensitive ??
  (text.length <= 6 && /^[\p{Lu}\p{N}-]*\p{Lu}[\p{Lu}\p{N}-]*s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text))
