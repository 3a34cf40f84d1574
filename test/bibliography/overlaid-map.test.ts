import assert from 'node:assert/strict'
import fc from 'fast-check'
import { mergeLibrary } from '../../src/bibliography/merge-library.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { BibliographySource, Reference } from '../../src/bibliography/reference.ts'

const KEYS = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__'), { maxLength: 6 })

const source = (keys: readonly string[], number: number): BibliographySource => {
  const text = keys.map((key, place) => `@misc{${key}, title = {${number}.${place}}}`).join('\n')
  return {
    path: `${number}.bib`,
    declaredIn: 'front-matter',
    looked: [],
    bibliography: readBibliography(text, `file:///${number}.bib`),
  }
}

/** What Pandoc does, in one map: the last of each key, where the key came first; and what each took the place of. */
function merged(sources: readonly BibliographySource[]) {
  const references = new Map<string, Reference>()
  const replaced: Reference[] = []
  for (const { bibliography } of sources) {
    const own = new Map(bibliography!.references.map(reference => [reference.citekey, reference]))
    for (const [key, reference] of own) {
      const before = references.get(key)
      if (before) replaced.push(before)
      references.set(key, reference)
    }
  }
  return { references, replaced }
}

const place = ({ citekey, location: { uri, span } }: Reference): string => `${uri} ${span.start} ${citekey}`

describe('several bibliographies as one library', () => {
  it('are what one map of all of them would be', () => {
    const property = fc.property(fc.array(KEYS, { maxLength: 5 }), lists => {
      const sources = lists.map(source)
      const { references, overridden } = mergeLibrary(sources)
      const wanted = merged(sources)
      assert.equal(references.size, wanted.references.size)
      assert.deepEqual(
        [...references].map(([key, reference]) => [key, place(reference)]),
        [...wanted.references].map(([key, reference]) => [key, place(reference)]),
      )
      assert.deepEqual([...references.keys()], [...wanted.references.keys()])
      assert.deepEqual([...references.values()].map(place), [...wanted.references.values()].map(place))
      const visited: string[] = []
      references.forEach((reference, key) => void visited.push(`${key}: ${place(reference)}`))
      assert.deepEqual(
        visited,
        [...wanted.references].map(([key, reference]) => `${key}: ${place(reference)}`),
      )
      for (const key of ['a', 'b', 'c', 'd', 'e', '__proto__', 'f']) {
        assert.equal(references.has(key), wanted.references.has(key))
        const [found, other] = [references.get(key), wanted.references.get(key)]
        assert.equal(found && place(found), other && place(other))
      }
      assert.deepEqual(overridden.map(({ reference }) => place(reference)).sort(), wanted.replaced.map(place).sort())
      for (const { reference, by } of overridden)
        assert.equal(place(by), place(wanted.references.get(reference.citekey)!))
    })
    fc.assert(property, { numRuns: 300 })
  })
})
