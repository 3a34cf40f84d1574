import type { Identifier } from '../concept.ts'

/** Prefixes of what is no vocabulary: pages, papers and the people who looked it up. */
const NO_VOCABULARY =
  /^(?:https?|url|wikipedia\w*|pmid|pubmed|pmc(?:id)?|doi|isbn(?:-1[03])?|issn|orcid|goc|gc|github\w*|personal\w*)$/i
/** Prefixes that vocabularies go by in some cross-references, and those that they go by elsewhere. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['msh', 'MESH'],
  ['umls_cui', 'UMLS'],
])

/**
 * The identifier that a cross-reference of a term is: in OBO's words an analogous term in another vocabulary, so that it is
 * close unless something says more. Nothing for a page or a paper, and for what has no prefix.
 */
export function crossReference(
  id: string,
  source: string,
  match: Identifier['match'] = 'close',
): Identifier | undefined {
  const [, written, local] = /^([A-Za-z][\w.-]*):([^\s/].*)$/.exec(id) ?? []
  if (!written || NO_VOCABULARY.test(written)) return undefined
  const prefix = PREFIXES.get(written.toLowerCase()) ?? written
  return { system: prefix.toLowerCase(), id: `${prefix}:${local}`, match, source }
}

/** What a qualifier says of a cross-reference: those of Mondo, `MONDO:equivalentTo`, and those of SKOS, `skos:narrowMatch`. */
export const degreeOf = (qualifier: string): Identifier['match'] | undefined =>
  DEGREES.find(([pattern]) => pattern.test(qualifier))?.[1]

const DEGREES: readonly (readonly [RegExp, Identifier['match']])[] = [
  [/equivalentTo|exactMatch/, 'exact'],
  [/closeMatch/, 'close'],
  // It tells how the term is to the other; a match tells how the other is to the term.
  [/IsNarrowerThanSource|broadMatch/, 'broad'],
  [/IsBroaderThanSource|narrowMatch/, 'narrow'],
  [/relatedTo|relatedMatch|SiblingOf/, 'related'],
]

/** Identifiers, each once: the first that says it. */
export function distinctIdentifiers(identifiers: readonly (Identifier | undefined)[]): Identifier[] {
  const known = new Map<string, Identifier>()
  for (const identifier of identifiers)
    if (identifier && !known.has(identifier.id)) known.set(identifier.id, identifier)
  return [...known.values()]
}
