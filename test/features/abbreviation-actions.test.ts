import assert from 'node:assert/strict'
import { abbreviationActions } from '../../src/features/abbreviation-actions.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open } from '../support/fixture.ts'

/** The manuscript after each of the changes offered at the cursor. */
async function offered(text: string): Promise<string[]> {
  const fixture = open(`//- paper.md\n${text}`)
  const actions = abbreviationActions(await fixture.analysis(), fixture.offset)
  return actions.map(({ edits }) => applyEdits(fixture.text, edits).text)
}

describe('actions on abbreviations', () => {
  it('write out one that the manuscript defines', async () => {
    assert.deepEqual(await offered('The extracellular matrix (ECM) is old. The E<|>CM is stiff.\n'), [
      'The extracellular matrix (ECM) is old. The extracellular matrix is stiff.\n',
    ])
  })

  it('offer nothing inside its definition, nor for plain words', async () => {
    assert.deepEqual(await offered('The extracellular matrix (E<|>CM) is old.\n'), [])
    assert.deepEqual(await offered('The matri<|>x is old.\n'), [])
  })

  it('define at its first use one that only the lexicon knows', async () => {
    const text = 'Fibroblasts, collagen and the ECM. Remodeling of the E<|>CM stiffens the stroma.\n'
    assert.deepEqual(await offered(text), [
      'Fibroblasts, collagen and the extracellular matrix (ECM). Remodeling of the ECM stiffens the stroma.\n',
    ])
  })

  it('define a plural by a plural', async () => {
    const text = 'In the blood, C<|>TCs circulate: tumor cells that leave the primary tumor and metastasize.\n'
    assert.match((await offered(text))[0] ?? '', /circulating tumor cells \(CTCs\)/)
  })

  it('write out in the number and with the capital that the place asks for', async () => {
    const cells = 'Circulating tumor cells (CTCs) leave. '
    assert.deepEqual(await offered(`${cells}A C<|>TC is circulating.\n`), [
      `${cells}A circulating tumor cell is circulating.\n`,
    ])
    const biopsy = 'A liquid biopsy (LB) was taken. '
    assert.deepEqual(await offered(`${biopsy}All L<|>Bs were.\n`), [`${biopsy}All liquid biopsies were.\n`])
    assert.deepEqual(await offered(`${biopsy}L<|>B was.\n`), [`${biopsy}Liquid biopsy was.\n`])
    const bases = 'Some distant metastases (DMs) grow. '
    assert.deepEqual(await offered(`${bases}A D<|>M grows.\n`), [`${bases}A distant metastases grows.\n`])
    const virus = 'Hodgkin lymphoma (HL) is rare. '
    assert.deepEqual(await offered(`${virus}In H<|>L.\n`), [`${virus}In Hodgkin lymphoma.\n`])
  })
})
