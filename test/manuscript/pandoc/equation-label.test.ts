import assert from 'node:assert/strict'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'

const labels = (text: string) =>
  readManuscript(text, 'pandoc').labels.map(
    ({ label, kind, span }) => `${kind} ${label} ${text.slice(span.start, span.end)}`,
  )

describe('the label of an equation', () => {
  it('stands behind display maths, with or without a space', () => {
    assert.deepEqual(labels('$$a = b$$ {#eq:one}'), ['equation eq:one eq:one'])
    assert.deepEqual(labels('$$\na = b\n$${#eq:two}, where'), ['equation eq:two eq:two'])
  })

  it('does not stand behind maths in a line, nor in another paragraph', () => {
    assert.deepEqual(labels('$a$ {#eq:one}'), [])
    assert.deepEqual(labels('$$a$$\n\n{#eq:one}'), [])
  })

  it('leaves the text behind it to be read', () => {
    const { citations, prose } = readManuscript('$$a$$ {#eq:one} as in @doe2019', 'pandoc')
    assert.equal(citations[0]?.items[0]?.citekey, 'doe2019')
    assert.equal(prose.trim(), 'as in')
  })
})
