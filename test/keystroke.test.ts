import assert from 'node:assert/strict'
import { open, ROOT } from './support/fixture.ts'

const FIXTURE = `
//- refs.bib
@article{doe2019, title = {T}, author = {Doe, Jan}, journal = {J}, year = 2019}
//- other.md
Other text [@doe2019].
//- paper.md
---
bibliography: refs.bib
---
Cancer cells escape anoikis [@doe2019].
`

describe('a keystroke in prose', () => {
  it('reads no file, and merges no library and compiles no lexicon again', async () => {
    const { workspace, uri, text, files } = open(FIXTURE)
    workspace.open(uri, text)
    const before = await workspace.analysis(uri)
    const other = await workspace.analysis(`${ROOT}other.md`)
    const { reads } = files.asked

    workspace.open(uri, text.replace('escape', 'escaped'))
    const after = await workspace.analysis(uri)

    assert.equal(files.asked.reads, reads)
    assert.equal(after.library, before.library)
    assert.equal(after.lexicon, before.lexicon)
    assert.notEqual(after.manuscript, before.manuscript)
    assert.equal((await workspace.analysis(`${ROOT}other.md`)).manuscript, other.manuscript)
  })
})
