import assert from 'node:assert/strict'
import { open, ROOT } from '../support/fixture.ts'

const PROJECT = `
//- refs.bib
@article{smith2020, title = {Fibroblasts remodel the matrix}, author = {Smith, Ann}, journal = {Stroma}, year = 2020, doi = {10.1000/stroma.1}}
@article{doe2019, title = {Pericytes leave the vessel}, author = {Doe, Bo}, journal = {Stroma}, year = 2019, pmid = {1234567}}
//- paper.md
---
bibliography: refs.bib
---
Known [@smith2020; @doe2019].
`

const retracted = async (fixture: string): Promise<string[]> => {
  const { workspace, uri } = open(fixture)
  const found = await workspace.diagnose(uri)
  return found.filter(({ rule }) => rule === 'retracted-reference').map(({ message }) => message.split('”')[0]!)
}

describe('lists of retractions that a project names', () => {
  it('are all asked', async () => {
    const lists =
      '//- .stroma.yaml\nretractions: [a.csv, b.txt]\n//- a.csv\nDOI\n10.1000/stroma.1\n//- b.txt\n1234567\n'
    assert.deepEqual(await retracted(`${lists}${PROJECT}`), ['“smith2020', '“doe2019'])
  })

  it('may come from the editor', async () => {
    const { workspace, uri, files } = open(PROJECT)
    files.texts.set(`${ROOT}list.txt`, '1234567\n')
    workspace.configure({ retractions: 'list.txt' })
    const found = await workspace.diagnose(uri)
    assert.ok(found.some(({ rule }) => rule === 'retracted-reference'))
  })

  it('are problems of the configuration when they cannot be read or name no work', async () => {
    const { workspace, uri } = open(
      `//- .stroma.yaml\nretractions: [lost.csv, notes.txt]\n//- notes.txt\nNothing.\n${PROJECT}`,
    )
    const { configurationProblems } = await workspace.inspect(uri)
    assert.match(configurationProblems[0]!.message, /“lost.csv” (?:is|was|does)/)
    assert.match(configurationProblems[1]!.message, /“notes.txt” names no DOI and no PMID/)
  })

  it('leave the library the same object while nothing changes, and are watched', async () => {
    const { workspace, uri } = open(
      `//- .stroma.yaml\nretractions: a.csv\n//- a.csv\nDOI\n10.1000/stroma.1\n${PROJECT}`,
    )
    assert.equal((await workspace.analysis(uri)).library, (await workspace.analysis(uri)).library)
    assert.ok(workspace.dependencies(uri).includes(`${ROOT}a.csv`))
  })
})
