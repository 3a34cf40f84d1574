import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type CitekeyIndex, citekeyIndex, citekeyIndexing } from '../../src/bibliography/citekey-index.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { Reference } from '../../src/bibliography/reference.ts'
import { atOnce } from '../../src/text/steps.ts'

const listOf = (text: string) => readBibliography(text, 'x.bib').references

/** All that can be seen of an index, with references as places in their list. */
const seen = (list: readonly Reference[], { references, aliases, duplicates }: CitekeyIndex) => ({
  size: references.size,
  entries: [...references].map(([citekey, reference]) => [citekey, list.indexOf(reference)]),
  keys: [...references.keys()],
  found: ['a', 'b', 'c', 'd', 'none'].map(key => [list.indexOf(references.get(key)!), references.has(key)]),
  aliases: [...aliases].map(([alias, reference]) => [alias, list.indexOf(reference)]),
  duplicates: duplicates.map(({ reference, first }) => [list.indexOf(reference), list.indexOf(first)]),
})

describe('an index of citekeys', () => {
  it('has the last reference of a key, and tells the others from the first', () => {
    const list = listOf('@misc{a, title=1}\n@misc{b, ids={c}}\n@misc{a, title=2}\n@misc{a, title=3}')
    const { references, aliases, duplicates } = citekeyIndex(list)
    assert.deepEqual([...references.keys()], ['a', 'b'])
    assert.equal(references.get('a'), list[3])
    assert.equal(aliases.get('c'), list[1])
    assert.deepEqual(
      duplicates.map(({ reference, first }) => [list.indexOf(reference), list.indexOf(first)]),
      [
        [2, 0],
        [3, 0],
      ],
    )
  })

  it('is made once, whether at once or in steps', () => {
    const list = listOf(Array.from({ length: 5000 }, (_, count) => `@misc{k${count},}`).join('\n'))
    const steps = citekeyIndexing({ uri: 'x.bib', format: 'bibtex', references: list, problems: [] })
    let last = steps.next()
    let count = 0
    for (; !last.done; last = steps.next()) count++
    assert.ok(count > 1, 'it could have been interrupted')
    assert.equal(citekeyIndex(list), last.value)
  })

  it('goes on from that of an earlier reading, ends as a new one does, and leaves the earlier one as it was', () => {
    const entry = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('', ', ids={a}', ', ids={e}', ', title=1'))
      .map(([key, rest]) => `@misc{${key}${rest}}\n`)
    const versions = fc.array(fc.array(entry, { maxLength: 9 }), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(versions, texts => {
        const first = readBibliography('@misc{a,}', 'x.bib')
        let before = first
        citekeyIndex(first.references)
        for (const text of texts) {
          // Whatever a reader took over, the index goes by the keys.
          const now = { ...readBibliography(text.join(''), 'x.bib'), lineage: before.lineage! }
          const index = atOnce(citekeyIndexing(now, before))
          const list = listOf(text.join(''))
          assert.deepEqual(seen(now.references, index), seen(list, citekeyIndex(list)))
          before = now
        }
        assert.deepEqual(seen(first.references, citekeyIndex(first.references)).keys, ['a'])
      }),
    )
  })
})
