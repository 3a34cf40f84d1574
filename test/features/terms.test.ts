import assert from 'node:assert/strict'
import { terms } from '../../src/features/terms.ts'
import { slice } from '../../src/text/span.ts'
import { open } from '../support/fixture.ts'

describe('the terms of a manuscript', () => {
  it('are counted by concept, with the words used and their places', async () => {
    const { analysis, text } = open(
      '//- paper.md\nAutophagy and the extracellular matrix. The extracellular\nmatrix stiffens; `autophagy` is code.\n',
    )
    const found = terms(await analysis())
    assert.deepEqual(
      found.map(({ label, count, forms }) => [label, count, forms.map(({ text }) => text)]),
      [
        ['extracellular matrix', 2, ['extracellular matrix']],
        ['autophagy', 1, ['Autophagy']],
      ],
    )
    assert.deepEqual(
      found[0]!.spans.map(span => slice(text, span)),
      ['extracellular matrix', 'extracellular\nmatrix'],
    )
  })

  it('name those related to them that the manuscript mentions too', async () => {
    const { analysis } = open('//- paper.md\nNeoplastic cells and their microenvironment.\n')
    const related = terms(await analysis()).map(({ related }) => related)
    assert.ok(related.some(labels => labels.includes('microenvironment')))
  })
})
