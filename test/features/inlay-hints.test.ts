import assert from 'node:assert/strict'
import { inlayHints } from '../../src/features/inlay-hints.ts'
import { open } from '../support/fixture.ts'

describe('inlay hints', () => {
  it('spell out each abbreviation after its definition, as it was defined last', async () => {
    const fixture = open(
      '//- paper.md\nThe extracellular matrix (ECM) stiffens. The ECM is soft.\n\nThe endothelial cell medium (ECM) is warm; ECM, `ECM`.\n',
    )
    const hints = inlayHints(await fixture.analysis(), { start: 0, end: fixture.text.length })
    assert.deepEqual(
      hints.map(({ offset, text }) => [fixture.text.slice(offset - 3, offset), text]),
      [
        ['ECM', 'extracellular matrix'],
        ['ECM', 'endothelial cell medium'],
      ],
    )
  })

  it('are given for the part that is asked about', async () => {
    const fixture = open('//- paper.md\nThe extracellular matrix (ECM) stiffens. The ECM is soft.\n')
    assert.deepEqual(inlayHints(await fixture.analysis(), { start: 0, end: 20 }), [])
  })

  it('stand behind a plural', async () => {
    const fixture = open('//- paper.md\nA circulating tumor cell (CTC) leaves. CTCs stay.\n')
    const [hint] = inlayHints(await fixture.analysis(), { start: 0, end: fixture.text.length })
    assert.equal(fixture.text.slice(hint!.offset - 4, hint!.offset), 'CTCs')
    assert.equal(hint!.text, 'circulating tumor cells')
  })

  it('say one thing of a short form that holds another, in small letters', async () => {
    const fixture = open(
      '//- paper.md\nMicrosatellite instability (MSI) and MSI-high (MSI-H) tumors. We saw MSI, MSI-H. Kupffer cells (KCs). A KC.\n',
    )
    const hints = inlayHints(await fixture.analysis(), { start: 0, end: fixture.text.length })
    assert.deepEqual(
      hints.map(({ offset, text }) => [fixture.text.slice(offset - 5, offset), text]),
      [
        ['d MSI', 'microsatellite instability'],
        ['w MSI', 'microsatellite instability'],
        ['MSI-H', 'MSI-high'],
        [' A KC', 'Kupffer cell'],
      ],
    )
  })
})
