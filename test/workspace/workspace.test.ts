import assert from 'node:assert/strict'
import { open, ROOT } from '../support/fixture.ts'

const keys = async (fixture: string) => [...(await open(fixture).analysis()).library.references.keys()]
const BIB = (key: string) => `@article{${key}, title = {T}, author = {A, B}, journal = {J}, year = 2020}\n`

describe('workspace', () => {
  it('takes bibliographies of the front matter, a list or one, relative to the manuscript', async () => {
    assert.deepEqual(
      await keys(
        `//- a/one.bib\n${BIB('one')}//- two.bib\n${BIB('two')}//- a/paper.md\n---\nbibliography: [one.bib, ../two.bib]\n---\n`,
      ),
      ['one', 'two'],
    )
    assert.deepEqual(await keys(`//- one.bib\n${BIB('one')}//- paper.md\n---\nbibliography: one.bib\n---\n`), ['one'])
  })

  it('takes those of the project file, relative to it', async () => {
    assert.deepEqual(
      await keys(
        `//- .stroma.yaml\nbibliography: refs/one.bib\n//- refs/one.bib\n${BIB('one')}//- text/paper.md\nText.\n`,
      ),
      ['one'],
    )
  })

  it('falls back on the project folder, and says where it looked', async () => {
    const { analysis } = open(
      `//- .stroma.yaml\n//- refs.bib\n${BIB('one')}//- text/paper.md\n---\nbibliography: [refs.bib, lost.bib]\n---\n`,
    )
    const { library } = await analysis()
    assert.ok(library.references.has('one'))
    assert.match(library.sources[1]!.failure!, /“lost.bib” was not found; looked at lost.bib, \.\.\/lost.bib/)
  })

  it('takes the references of the review when a project has none', async () => {
    assert.ok((await keys('//- paper.md\nText.\n')).includes('meseure2014'))
  })

  it('takes inline references', async () => {
    assert.deepEqual(await keys('//- paper.md\n---\nreferences:\n- id: doe2020\n  title: T\n---\n'), ['doe2020'])
  })

  it('takes the bibliographies of a Quarto project and of a MyST project', async () => {
    assert.deepEqual(
      await keys(`//- _quarto.yml\nbibliography: one.bib\n//- one.bib\n${BIB('one')}//- ch/paper.qmd\nText.\n`),
      ['one'],
    )
    assert.deepEqual(await keys(`//- myst.yml\nversion: 1\n//- bib/one.bib\n${BIB('one')}//- paper.md\nText.\n`), [
      'one',
    ])
  })

  it('follows an open bibliography, then the disk again', async () => {
    const { workspace, uri, files } = open(
      `//- refs.bib\n${BIB('one')}//- paper.md\n---\nbibliography: refs.bib\n---\n`,
    )
    const now = async () => [...(await workspace.analysis(uri)).library.references.keys()]
    assert.deepEqual(await now(), ['one'])
    workspace.open(`${ROOT}refs.bib`, BIB('two'))
    assert.deepEqual(await now(), ['two'])
    workspace.close(`${ROOT}refs.bib`)
    assert.deepEqual(await now(), ['one'])
    files.texts.set(`${ROOT}refs.bib`, BIB('three'))
    workspace.filesChanged([`${ROOT}refs.bib`])
    assert.deepEqual(await now(), ['three'])
    files.texts.delete(`${ROOT}refs.bib`)
    workspace.filesChanged([`${ROOT}refs.bib`])
    assert.match((await workspace.analysis(uri)).library.sources[0]!.failure!, /was not found/)
  })

  it('lays the editor’s settings under the project file', async () => {
    const { workspace, uri } = open(
      '//- .stroma.yaml\nrules: {undefined-footnote: off}\n//- paper.md\nA[^x] [@nobody]\n',
    )
    workspace.configure({ rules: { 'undefined-footnote': 'error', 'unresolved-citation': 'warning' } })
    assert.deepEqual(
      (await workspace.diagnose(uri)).map(({ rule, severity }) => `${rule} ${severity}`),
      ['unresolved-citation warning'],
    )
  })

  it('honours ignore and overrides', async () => {
    const ignored = open('//- .stroma.yaml\nignore: drafts\n//- drafts/paper.md\nA[^x]\n')
    assert.deepEqual(await ignored.workspace.diagnose(ignored.uri), [])
    const overridden = open(
      '//- .stroma.yaml\noverrides: [{files: "drafts/**", rules: {undefined-footnote: info}}]\n//- drafts/paper.md\nA[^x]\n',
    )
    assert.deepEqual(
      (await overridden.workspace.diagnose(overridden.uri)).map(({ severity }) => severity),
      ['info'],
    )
  })

  it('sees the labels of the chapters rendered with a manuscript', async () => {
    const { workspace, uri } = open(
      '//- _quarto.yml\nproject: {type: book}\nbook: {chapters: [index.qmd, two.qmd]}\n//- two.qmd\n![F](f.png){#fig-far}\n//- f.png\n.\n//- index.qmd\nSee @fig-far.\n',
    )
    assert.deepEqual(await workspace.diagnose(uri), [])
  })
})
