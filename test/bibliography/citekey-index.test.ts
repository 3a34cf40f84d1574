import assert from 'node:assert/strict'
import { citekeyIndex, citekeyIndexing } from '../../src/bibliography/citekey-index.ts'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'

const listOf = (text: string) => readBibliography(text, 'x.bib').references

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
    const steps = citekeyIndexing(list)
    let last = steps.next()
    let count = 0
    for (; !last.done; last = steps.next()) count++
    assert.ok(count > 1, 'it could have been interrupted')
    assert.equal(citekeyIndex(list), last.value)
  })
})
