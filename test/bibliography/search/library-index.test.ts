import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts'
import type { Reference } from '../../../src/bibliography/reference.ts'
import { createReferenceSearch, type LatestIndex } from '../../../src/bibliography/search.ts'

const NAMES = ['Müller', 'Mueller', 'Muller', 'Doe', 'Łukasiewicz', 'Goethe', '王']
const WORDS = ['stroma', 'stromal', 'cells', 'cell', 'anoikis', 'metastasis', 'mus', '2019', '肿瘤', 'niche']

/** A reference as a reader gives it that tells which are the same. */
function made(citekey: string, name: string, words: readonly string[]): Reference {
  const span = { start: 0, end: 0 }
  return {
    citekey,
    location: { uri: 'x.bib', span },
    citekeySpan: span,
    item: { id: citekey, type: 'book', title: words.join(' '), author: [{ family: name }] },
    identity: { citekey },
  }
}

const reference = fc
  .tuple(
    fc.constantFrom('mueller2019', 'cell', 'k', 'doe7', 'anoikis', 'x1', 'x2', 'stroma2001'),
    fc.constantFrom(...NAMES),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }),
  )
  .map(([citekey, name, words]) => made(citekey, name, words))
const library = fc.array(reference, { minLength: 24, maxLength: 60 })
const edit = fc.record({
  kind: fc.constantFrom('change', 'add', 'remove', 'move', 'swap'),
  at: fc.nat(),
  to: fc.nat(),
  reference,
})
const versions = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })

/** A word as it is typed: perhaps its beginning only, perhaps with a letter wrong, too many or missing. */
const typed = fc
  .tuple(
    fc.constantFrom(...WORDS, ...NAMES, 'mueller2019', 'x1', 'goeth'),
    fc.constantFrom('as it is', 'begun', 'wrong', 'missing', 'added'),
    fc.nat(7),
  )
  .map(([word, how, place]) => {
    const at = place % word.length
    if (how === 'begun') return word.slice(0, at + 1)
    if (how === 'wrong') return `${word.slice(0, at)}q${word.slice(at + 1)}`
    if (how === 'missing') return word.slice(0, at) + word.slice(at + 1)
    return how === 'added' ? `${word.slice(0, at)}q${word.slice(at)}` : word
  })
const query = fc.record({
  words: fc.array(typed, { maxLength: 3 }),
  limit: fc.constantFrom(1, 3, 10, 100),
  preferred: fc.array(fc.constantFrom('cell', 'x2', 'doe7', 'nothing'), { maxLength: 2 }),
})

function edited(list: readonly Reference[], edits: readonly (typeof edit extends fc.Arbitrary<infer E> ? E : never)[]) {
  const next = [...list]
  for (const { kind, at, to, reference } of edits) {
    const place = at % Math.max(1, next.length)
    if (kind === 'change') next.splice(place, 1, reference)
    else if (kind === 'add') next.splice(place, 0, reference)
    else if (kind === 'remove') next.splice(place, 1)
    else if (kind === 'move') next.splice(to % (next.length + 1), 0, ...next.splice(place, 1))
    else next.push(...next.splice(0, place))
  }
  return next
}

describe('the search of a library that has changed', () => {
  it('gives what a new one gives, in the same order, and leaves the earlier one as it was', () => {
    fc.assert(
      fc.property(library, versions, fc.array(query, { minLength: 1, maxLength: 6 }), (first, changes, queries) => {
        const latest: LatestIndex = {}
        const all: { list: readonly Reference[]; search: ReturnType<typeof createReferenceSearch> }[] = []
        for (let list = first, next = 0; ; list = edited(list, changes[next++]!)) {
          const search = createReferenceSearch(list, latest)
          search.search('x', { limit: 1 })
          all.push({ list, search })
          if (next === changes.length) break
        }
        for (const { list, search } of all) {
          const fresh = createReferenceSearch(list)
          for (const { words, limit, preferred } of queries) {
            const options = { limit, preferred: new Set(preferred) }
            const found = search.search(words.join(' '), options)
            const expected = fresh.search(words.join(' '), options)
            assert.deepEqual(
              found.map(one => list.indexOf(one)),
              expected.map(one => list.indexOf(one)),
            )
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes a word for misspelt that only a reference had that is gone', () => {
    const titles = [['stromq'], ['stroma', 'cells'], ['stroma', 'cellz'], ...Array.from({ length: 13 }, () => ['mus'])]
    const list = titles.map((words, number) => made(`k${number}`, 'Doe', words))
    const latest: LatestIndex = {}
    assert.equal(createReferenceSearch(list, latest).search('stromq', { limit: 3 })[0], list[0])
    const { search } = createReferenceSearch(list.slice(1), latest)
    assert.deepEqual(search('stromq cells', { limit: 3 }), [list[1]])
    assert.equal(latest.index!.parts[0]!.places.length, 16)
  })

  const entries = (change: (number: number) => string) =>
    Array.from({ length: 200 }, (_, number) => change(number)).join('')
  const entry = (number: number, title = `Cells ${number}`) => `@misc{key${number}, title={${title}}}\n`

  it('looks at the changed references only, until many have changed', () => {
    const looked: string[] = []
    const watched = (references: readonly Reference[]): Reference[] =>
      references.map(({ citekey, identity, location, citekeySpan, item }) => ({
        citekey,
        location,
        citekeySpan,
        identity,
        get item() {
          looked.push(citekey)
          return item
        },
      }))
    const latest: LatestIndex = {}
    let bibliography = readBibliography(entries(entry), 'x.bib')
    const indexed = (text: string) => {
      bibliography = readBibliography(text, 'x.bib', bibliography)
      looked.length = 0
      createReferenceSearch(watched(bibliography.references), latest).search('cells', { limit: 1 })
      return new Set(looked).size
    }
    assert.equal(indexed(entries(entry)), 200)
    const oneChanged = entries(number => entry(number, number === 150 ? 'Niches' : undefined))
    assert.ok(indexed(oneChanged) <= 3)
    assert.ok(indexed(entry(500) + oneChanged) <= 5)
    assert.equal(indexed(entries(number => entry(number, number < 100 ? 'Niches' : undefined))), 200)
  })

  it('does not wait for an index of all when too many have changed', () => {
    const large = (change: (number: number) => boolean) =>
      Array.from({ length: 6000 }, (_, number) => entry(number, change(number) ? 'Niches' : undefined)).join('')
    const latest: LatestIndex = {}
    const first = readBibliography(
      large(() => false),
      'x.bib',
    )
    assert.ok([...createReferenceSearch(first.references, latest).prepare()].length >= 5)
    const few = readBibliography(
      large(number => number % 100 === 50),
      'x.bib',
      first,
    )
    const many = readBibliography(
      large(number => number % 5 < 2),
      'x.bib',
      first,
    )
    for (const [{ references }, steps] of [
      [many, 3],
      [few, 0],
    ] as const) {
      const search = createReferenceSearch(references, { ...latest })
      const found = search.search('niches', { limit: 9000 })
      assert.deepEqual(found, createReferenceSearch(references).search('niches', { limit: 9000 }))
      const left = [...search.prepare()].length
      assert.ok(steps === 0 ? left === 0 : left >= steps, `${left} steps are left`)
    }
  })

  it('holds nothing of what is gone', () => {
    const latest: LatestIndex = {}
    const first = readBibliography(entries(entry), 'x.bib')
    createReferenceSearch(first.references, latest).search('cells', { limit: 1 })
    const rest = readBibliography(
      entries(number => (number === 70 ? '' : entry(number))),
      'x.bib',
      first,
    )
    createReferenceSearch(rest.references, latest).search('cells', { limit: 1 })
    const known = new Set(rest.references.map(({ identity }) => identity))
    assert.equal(latest.index!.parts[0]!.places.length, 200)
    assert.ok(latest.index!.identities.every(identity => identity === undefined || known.has(identity)))
    assert.equal(latest.index!.identities[70], undefined)
  })
})
