import assert from 'node:assert/strict'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { addReference, ownBibliography } from '../../src/features/add-reference.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open, ROOT } from '../support/fixture.ts'

const ELSEWHERE = readBibliography(
  '@article{doe2019, title = {Anoikis}, author = {Doe, John}, journal = {Cell}, year = 2019, doi = {10.1000/a}}',
  'file:///elsewhere.bib',
).references[0]!

/** The keys of the manuscript's bibliography after the reference was added, and its text. */
async function added(name: string, text: string): Promise<{ keys: string[]; after: string } | undefined> {
  const fixture = open(`//- ${name}\n${text}\n//- paper.md\n---\nbibliography: ${name}\n---\n\n[@doe2019]\n`)
  const before = fixture.files.texts.get(ROOT + name)!
  const addition = addReference(await fixture.analysis(), 'doe2019', ELSEWHERE, 'elsewhere.bib', before)
  if (!addition) return undefined
  assert.equal(addition.uri, ROOT + name)
  const after = applyEdits(before, [addition.edit]).text
  const { references, problems } = readBibliography(after, ROOT + name)
  assert.deepEqual(problems, [])
  return { keys: references.map(({ citekey }) => citekey), after }
}

describe('adding a reference to the bibliography of a project', () => {
  it('puts a BibTeX entry at the end', async () => {
    const result = await added('refs.bib', '@misc{smith2020, title = {A}}')
    assert.deepEqual(result?.keys, ['smith2020', 'doe2019'])
    assert.match(result.after, /\}\n\n@article\{doe2019,[\s\S]*10\.1000\/a[\s\S]*\}\n$/)
  })

  it('puts a CSL-JSON item into the array, also into an empty one', async () => {
    const item = '{"id": "smith2020", "type": "book", "title": "A"}'
    assert.deepEqual((await added('refs.json', `[\n  ${item}\n]`))?.keys, ['smith2020', 'doe2019'])
    assert.deepEqual((await added('refs.json', '[]'))?.keys, ['doe2019'])
  })

  it('puts a RIS record at the end', async () => {
    assert.deepEqual((await added('refs.ris', 'TY  - BOOK\nID  - smith2020\nTI  - A\nER  - \n'))?.keys, [
      'smith2020',
      'doe2019',
    ])
  })

  it('goes into a bibliography of the project before one outside of it', async () => {
    const bib = (key: string) => `@misc{${key}, title = {A}}`
    const files = `//- own.bib\n${bib('a')}\n//- ../zotero.bib\n${bib('b')}\n`
    const { analysis } = open(`${files}//- paper.md\n---\nbibliography: [own.bib, ../zotero.bib]\n---\n`)
    assert.equal(ownBibliography(await analysis())?.path, 'own.bib')
  })

  it('has nowhere to go when the project has no bibliography', async () => {
    const { analysis } = open('//- paper.md\n[@doe2019]\n')
    assert.equal(addReference(await analysis(), 'doe2019', ELSEWHERE, 'elsewhere.bib', ''), undefined)
  })
})
