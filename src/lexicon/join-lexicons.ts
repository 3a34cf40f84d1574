import type { Concept, Lexicon } from './concept.ts'
import { joinMentions } from './join-mentions.ts'

/**
 * Several lexicons as one; where more than one knows a form or an id, the earlier goes first. For indexes, which are
 * compiled each by itself: each finds its own mentions, and these are then put together.
 */
export function joinLexicons(lexicons: readonly Lexicon[]): Lexicon {
  if (lexicons.length === 1) return lexicons[0]!
  return {
    packs: lexicons.flatMap(({ packs }) => packs),
    concepts: joinConcepts(lexicons),
    mentionsIn: (prose, defined) =>
      joinMentions(
        lexicons.map(lexicon => lexicon.mentionsIn(prose, defined)),
        prose,
      ),
  }
}

/** An id that an earlier lexicon has goes by its pack as well: `own/anoikis`. */
function joinConcepts(lexicons: readonly Lexicon[]): ReadonlyMap<string, Concept> {
  const get = (key: string): Concept | undefined => {
    for (const { concepts } of lexicons) {
      const concept = concepts.get(key)
      if (concept) return concept
    }
    for (const { concepts, packs } of lexicons) {
      const pack = packs.find(({ id }) => key.startsWith(`${id}/`))
      const concept = pack && concepts.get(key.slice(pack.id.length + 1))
      if (concept && concept.pack.id === pack.id) return concept
    }
    return undefined
  }
  function* entries(): Generator<[string, Concept], undefined> {
    for (const [number, { concepts }] of lexicons.entries()) {
      const earlier = lexicons.slice(0, number)
      for (const [key, concept] of concepts) {
        const taken = earlier.some(other => other.concepts.has(key))
        yield [taken ? `${concept.pack.id}/${key}` : key, concept]
      }
    }
  }
  function* keys(): Generator<string, undefined> {
    for (const [key] of entries()) yield key
  }
  function* values(): Generator<Concept, undefined> {
    for (const { concepts } of lexicons) yield* concepts.values()
  }
  const joined: ReadonlyMap<string, Concept> = {
    size: lexicons.reduce((sum, { concepts }) => sum + concepts.size, 0),
    has: key => get(key) !== undefined,
    get,
    entries,
    keys,
    values,
    forEach(visit) {
      for (const [key, concept] of entries()) visit(concept, key, joined)
    },
    [Symbol.iterator]: entries,
  }
  return joined
}
