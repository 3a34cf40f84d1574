import assert from 'node:assert/strict'
import { mergeDuplicates } from '../../src/features/merge-duplicates.ts'
import { subjectAt } from '../../src/features/subject.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open, ROOT } from '../support/fixture.ts'

/** What can be done with the citekey at the cursor: the title of each way, and the files that it changes. */
async function mergings(fixture: string): Promise<{ title: string; files: Record<string, string> }[]> {
  const { workspace, files, uri, offset } = open(fixture)
  const analysis = await workspace.analysis(uri)
  const others = await Promise.all(
    [...files.texts.keys()].filter(name => name.endsWith('.md') && name !== uri).map(name => workspace.analysis(name)),
  )
  const found = mergeDuplicates(analysis, subjectAt(analysis, offset)!.name, others, name => files.texts.get(name))
  return found.map(({ title, edits }) => ({
    title,
    files: Object.fromEntries(
      [...edits].map(([name, made]) => [name.slice(ROOT.length), applyEdits(files.texts.get(name)!, made).text]),
    ),
  }))
}

const SMITH = '@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, year = 2020, doi = {10.1000/s.1}}\n'
const AGAIN =
  '@article{Smith20, title = {Fibroblasts}, author = {Smith, A.}, year = 2020, doi = {10.1000/S.1}, volume = 4}\n'
const DOE = '@article{doe2019, title = {Anoikis}, author = {Doe, Bo}, year = 2019}\n'
const HEAD = '---\nbibliography: refs.bib\n---\n'
const project = (text: string, other = 'See @Smith20.\n'): string =>
  `//- refs.bib\n${SMITH}\n${AGAIN}\n${DOE}//- other.md\n${HEAD}${other}//- paper.md\n${HEAD}${text}`

describe('merging two entries for one work', () => {
  it('can keep either, and says what would be lost', async () => {
    const titles = (await mergings(project('Known [@smi<|>th2020].\n'))).map(({ title }) => title)
    assert.deepEqual(titles, [
      'Keep “smith2020”, take out “Smith20” (its volume would go)',
      'Keep “Smith20”, take out “smith2020”',
    ])
  })

  it('takes the entry out and turns its citations in every manuscript', async () => {
    const [first] = await mergings(project('Known [@Smith<|>20, p. 4] and -@Smith20, \\cite{Smith20}.\n'))
    assert.equal(first!.title.startsWith('Keep “Smith20”'), true)
    const [, second] = await mergings(project('Known [@Smith<|>20, p. 4] and -@Smith20, \\cite{Smith20}.\n'))
    assert.deepEqual(second!.files, {
      'paper.md': `${HEAD}Known [@smith2020, p. 4] and -@smith2020, \\cite{smith2020}.\n`,
      'other.md': `${HEAD}See @smith2020.\n`,
      'refs.bib': `${SMITH}\n${DOE}`,
    })
  })

  it('has entries that take fields from the one that goes take them from the one that is kept', async () => {
    const child = (key: string) => `@inbook{child, title = {Part}, crossref = {${key}}}\n`
    const text = `//- refs.bib\n${SMITH}${AGAIN}${child('Smith20')}//- paper.md\n${HEAD}[@smi<|>th2020]\n`
    assert.equal((await mergings(text))[0]!.files['refs.bib'], SMITH + child('smith2020'))
  })

  it('leaves one citation in a group that had both, unless the second says more', async () => {
    const text = 'A [@smi<|>th2020; @Smith20; @doe2019], B [@Smith20; @smith2020], C [@smith2020; see @Smith20].\n'
    const [first] = await mergings(project(text))
    assert.equal(
      first!.files['paper.md'],
      `${HEAD}A [@smith2020; @doe2019], B [@smith2020], C [@smith2020; see @smith2020].\n`,
    )
  })

  it('offers nothing for works that differ, and none for a list that cannot be written', async () => {
    assert.deepEqual(await mergings(project('Known [@doe<|>2019].\n')), [])
    const json = '[{"id":"a","DOI":"10.1000/1","title":"T"},{"id":"b","DOI":"10.1000/1","title":"T"}]'
    assert.deepEqual(
      await mergings(`//- refs.json\n${json}\n//- paper.md\n---\nbibliography: refs.json\n---\n[@<|>a]\n`),
      [],
    )
  })

  it('leaves alone a manuscript whose key means another reference', async () => {
    const other = `//- more.bib\n@misc{Smith20, title = {Else}}\n//- third.md\n---\nbibliography: more.bib\n---\n@Smith20\n`
    const [first] = await mergings(`${other}${project('Known [@smi<|>th2020].\n')}`)
    assert.deepEqual(Object.keys(first!.files).sort(), ['other.md', 'refs.bib'])
  })
})
