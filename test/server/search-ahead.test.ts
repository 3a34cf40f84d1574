import assert from 'node:assert/strict'
import { mergeLibrary } from '../../src/bibliography/merge-library.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { Bibliography } from '../../src/bibliography/reference.ts'
import { prepareSearch, searchReferences } from '../../src/features/completion/search.ts'
import { searchAhead } from '../../src/server/search-ahead.ts'

const entries = (size: number): string =>
  Array.from({ length: size }, (_, number) => `@misc{key${number}, title={Cell ${number}}}`).join('\n')

const library = (size: number) => libraryOf(readBibliography(entries(size), 'refs.bib'))

const libraryOf = (bibliography: Bibliography) =>
  mergeLibrary([{ path: 'refs.bib', declaredIn: 'front-matter', looked: [], bibliography }])

/** By this clock every step takes longer than a slice; a pause ends when it is told to. */
function stepwise() {
  let time = 0
  const held: (() => void)[] = []
  return {
    pace: { now: () => (time += 100), pause: () => new Promise<void>(done => held.push(done)) },
    held,
    async goOn() {
      held.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

const isPrepared = (one: ReturnType<typeof library>): boolean => prepareSearch(one).next().done === true

describe('searchAhead', () => {
  it('prepares a library step by step, giving way after each', async () => {
    const { pace, held, goOn } = stepwise()
    searchAhead(pace).prepare(library(10))
    assert.equal(held.length, 1, 'nothing is done before whoever asked has been answered')
    const large = library(5000)
    const { prepare } = searchAhead(pace)
    held.length = 0
    prepare(large)
    prepare(large)
    let pauses = 0
    for (; held.length > 0; pauses++) await goOn()
    assert.ok(pauses >= 5, `${pauses}`)
    assert.ok(isPrepared(large))
  })

  it('leaves a library for the one that the author works with now, and stops when told', async () => {
    const { pace, held, goOn } = stepwise()
    const ahead = searchAhead(pace)
    const [before, now] = [library(5000), library(3000)]
    ahead.prepare(before)
    await goOn()
    ahead.prepare(now)
    while (held.length > 0) await goOn()
    assert.ok(isPrepared(now))
    assert.ok(!isPrepared(before))
    ahead.prepare(before)
    await goOn()
    ahead.stop()
    while (held.length > 0) await goOn()
    assert.ok(!isPrepared(before))
  })

  it('goes on from the search of what was read before', () => {
    const before = readBibliography(entries(5000), 'refs.bib')
    const countSteps = (one: ReturnType<typeof library>): number => [...prepareSearch(one)].length
    assert.ok(countSteps(libraryOf(before)) >= 4)
    const changed = entries(5000).replace('Cell 2500', 'Metastatic niche')
    const now = libraryOf(readBibliography(changed, 'refs.bib', before))
    assert.ok(countSteps(now) <= 1)
    assert.deepEqual(
      searchReferences(now, 'niche', new Set(), 5).map(({ citekey }) => citekey),
      ['key2500'],
    )
  })
})
