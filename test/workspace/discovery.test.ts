import assert from 'node:assert/strict'
import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { clashes } from '../../src/bibliography/merge-library.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'
import { open, ROOT } from '../support/fixture.ts'
import { memoryFiles } from '../support/memory-files.ts'

const BIB = (...keys: string[]) =>
  keys.map(key => `@article{${key}, title = {T}, author = {A, B}, journal = {J}, year = 2020}\n`).join('')

describe('discovery of bibliographies', () => {
  it('takes globs of the project file, in the order of their paths, and says when no file answers', async () => {
    const { library } = await open(
      `//- .stroma.yaml\nbibliography: ["refs/**/*.bib", "none/*.bib"]\n//- refs/b.bib\n${BIB('b')}` +
        `//- refs/a/deep/a.bib\n${BIB('a')}//- refs/c.txt\n//- text/paper.md\nText.\n`,
    ).analysis()
    assert.deepEqual(
      library.sources.map(({ path }) => path),
      ['refs/a/deep/a.bib', 'refs/b.bib', 'none/*.bib'],
    )
    assert.deepEqual([...library.references.keys()], ['a', 'b'])
    assert.match(library.sources[2]!.failure!, /No file answers to “none\/\*\.bib”/)
  })

  it('reads a name with a bracket in it as a name when there is such a file', async () => {
    const { workspace, uri } = inMemory({
      '.stroma.yaml': 'bibliography: "refs [old].bib"\n',
      'refs%20%5Bold%5D.bib': BIB('a'),
      'paper.md': 'Text.\n',
    })
    assert.deepEqual([...(await workspace.analysis(uri('paper.md'))).library.references.keys()], ['a'])
  })

  it('reads a file that is named by its address, as Pandoc does, and none on another machine', async () => {
    const { analysis } = open(
      `//- refs.bib\n${BIB('a')}//- paper.md\n---\nbibliography: ["${ROOT}refs.bib", "file://server/share/refs.bib"]\n---\n[@a]\n`,
    )
    const { library } = await analysis()
    assert.deepEqual([...library.references.keys()], ['a'])
    assert.match(library.sources[1]!.failure!, /not a file of this machine/)
  })

  it('says how several are written', async () => {
    const { library } = await open('//- paper.md\n---\nbibliography: a.bib, b.bib\n---\nText.\n').analysis()
    assert.match(library.sources[0]!.failure!, /Several are written as a list: \[a\.bib, b\.bib\]\.$/)
  })

  it('says that a folder is no bibliography', async () => {
    const { library } = await open(
      '//- refs.bib/x.bib\n//- paper.md\n---\nbibliography: refs.bib\n---\nText.\n',
    ).analysis()
    assert.equal(library.sources[0]!.failure, 'The bibliography “refs.bib” is a folder, not a file.')
  })

  it('leaves out folders that are called like a bibliography when it goes by names', async () => {
    const { library } = await open(
      `//- myst.yml\nversion: 1\n//- old.bib/one.bib\n${BIB('one')}//- two.bib\n${BIB('two')}//- paper.md\nText.\n`,
    ).analysis()
    assert.deepEqual(
      library.sources.map(({ failure }) => failure),
      library.sources.map(() => undefined),
    )
    assert.ok(library.references.has('two'))
  })

  it('goes once through a folder that a link leads back to, and reads none of its files twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stroma-loop-'))
    await mkdir(join(folder, 'refs'))
    await writeFile(join(folder, '.stroma.yaml'), 'bibliography: "**/*.bib"\n')
    await writeFile(join(folder, 'refs', 'one.bib'), BIB('one'))
    await writeFile(join(folder, 'paper.md'), 'Text.\n')
    await symlink(folder, join(folder, 'refs', 'again'), 'junction')
    const root = `${pathToFileURL(folder).href}/`
    const { library } = await createWorkspace(nodeFiles, { roots: [root] }).analysis(`${root}paper.md`)
    assert.deepEqual(
      library.sources.map(({ path }) => path),
      ['refs/one.bib'],
    )
  })

  it('reads a path with the backslashes that some tools write', async () => {
    const { library } = await open(
      '//- a_b.json\n[{"id": "one", "type": "book"}]\n//- paper.md\n---\nbibliography: a\\_b.json\n---\nText.\n',
    ).analysis()
    assert.deepEqual([...library.references.keys()], ['one'])
  })

  it('merges a file once that is named in two ways', async () => {
    const { library } = await open(
      `//- .stroma.yaml\nbibliography: refs.bib\n//- refs.bib\n${BIB('one')}//- text/paper.md\n---\nbibliography: ../refs.bib\n---\n`,
    ).analysis()
    assert.deepEqual(
      library.sources.map(({ declaredIn }) => declaredIn),
      ['front-matter'],
    )
    assert.deepEqual(clashes(library), [])
  })

  it('tells which reference counts when several have one key', async () => {
    const { library } = await open(
      `//- one.bib\n${BIB('a', 'b', 'b')}//- two.bib\n${BIB('a')}//- paper.md\n---\nbibliography: [one.bib, two.bib]\n---\n`,
    ).analysis()
    assert.deepEqual(
      clashes(library).map(({ citekey, winner, loser }) => [
        citekey,
        winner.location.uri.slice(ROOT.length),
        loser.location.uri.slice(ROOT.length),
        winner.location.span.start > loser.location.span.start,
      ]),
      [
        ['b', 'one.bib', 'one.bib', true],
        ['a', 'two.bib', 'one.bib', false],
      ],
    )
  })

  it('notes that the renderer may not find a bibliography where it was found', async () => {
    const noted = async (dialect: string, at: string): Promise<string | undefined> => {
      const { library } = await open(
        `//- .stroma.yaml\ndialect: ${dialect}\n//- ${at}\n${BIB('a')}//- text/paper.md\n---\nbibliography: refs.bib\n---\n`,
      ).analysis()
      assert.ok(library.references.has('a'))
      return library.sources[0]!.note
    }
    assert.match((await noted('quarto', 'refs.bib'))!, /write “\.\.\/refs\.bib”/)
    assert.match((await noted('pandoc', 'refs.bib'))!, /only when it is run in that folder/)
    assert.equal(await noted('quarto', 'text/refs.bib'), undefined)
    assert.match((await noted('pandoc', 'text/refs.bib'))!, /only when it is run in the folder of the manuscript/)
  })
})

describe('the author’s own library', () => {
  const files = {
    '.stroma.yaml': 'library: own/all.bib\n',
    'own/all.bib': BIB('one', 'two'),
    'refs.bib': BIB('one'),
    'paper.md': '---\nbibliography: refs.bib\n---\n\n[@one; @two].\n',
  }

  it('offers what the bibliography lacks, and resolves nothing', async () => {
    const { workspace, uri } = inMemory(files)
    const { library } = await workspace.analysis(uri('paper.md'))
    assert.deepEqual([...library.references.keys()], ['one'])
    assert.deepEqual([...library.offered.references.keys()], ['two'])
    const [finding, ...others] = await workspace.diagnose(uri('paper.md'))
    assert.equal(others.length, 0)
    assert.match(finding!.message, /“two”; your own library has one/)
    assert.ok(workspace.dependencies(uri('paper.md')).includes(uri('own/all.bib')))
  })

  it('may be a setting of the editor, from the home folder, and its faults are no findings', async () => {
    const { '.stroma.yaml': _, ...others } = files
    const { workspace, uri } = inMemory({ ...others, 'own/all.bib': `${BIB('two')}@article{broken` })
    workspace.configure({ library: ['~/own/all.bib', '~/lost.bib'] })
    const { library } = await workspace.analysis(uri('paper.md'))
    assert.ok(library.offered.references.has('two'))
    assert.match(library.offered.sources[1]!.failure!, /“~\/lost\.bib” was not found/)
    assert.deepEqual(
      (await workspace.diagnose(uri('paper.md'))).map(({ rule }) => rule),
      ['unresolved-citation'],
    )
  })
})

function inMemory(files: Readonly<Record<string, string>>) {
  const uri = (name: string): string => ROOT + name
  const disk = memoryFiles(Object.entries(files).map(([name, text]) => [uri(name), text] as const))
  return { workspace: createWorkspace({ ...disk, home: ROOT }, { roots: [ROOT] }), uri, disk }
}
