import assert from 'node:assert/strict'
import { writeIndex } from '../../src/lexicon/binary-index.ts'
import { checksum } from '../../src/lexicon/checksum.ts'
import { readLexicon } from '../../src/lexicon/read-lexicon.ts'
import type { Files } from '../../src/workspace/files.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'
import { memoryFiles } from '../support/memory-files.ts'

const ROOT = 'file:///project/'
const PAPER = `${ROOT}paper.md`

const OBO = `format-version: 1.2
ontology: demo
data-version: 2026-01-01
property_value: http://purl.org/dc/terms/license http://creativecommons.org/licenses/by/4.0/

[Term]
id: D:1
name: granular cell
namespace: cell

[Term]
id: D:2
name: cell quake
namespace: process
`
const CSV = 'id,label,category\nc1,cell quake,event\nc2,anoikis,event\n'
const PROSE = 'Granular cells move. A cell quake causes anoikis.\n'

const reading = (text: string, name: string) => readLexicon(text, ROOT + name)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const index = writeIndex(
  [reading(OBO, 'demo.obo'), reading(CSV, 'own.csv')],
  [
    { path: 'demo.obo', size: bytesOf(OBO).length, checksum: checksum(bytesOf(OBO)) },
    { path: 'own.csv', size: bytesOf(CSV).length, checksum: checksum(bytesOf(CSV)) },
  ],
)

function project(settings: string, { head = '', stamp }: { head?: string; stamp?: NonNullable<Files['stamp']> } = {}) {
  const files = memoryFiles([
    [`${ROOT}.stroma.yaml`, settings],
    [`${ROOT}demo.obo`, OBO],
    [`${ROOT}own.csv`, CSV],
    [PAPER, head + PROSE],
  ])
  files.contents.set(`${ROOT}lexicon.stromaidx`, index)
  const workspace = createWorkspace(stamp ? { ...files, stamp } : files, { roots: [ROOT] })
  return { files, workspace }
}

async function found(settings: string, head?: string) {
  const { workspace } = project(settings, head === undefined ? {} : { head })
  const { analysis } = await workspace.inspect(PAPER)
  return analysis.mentions.map(({ concepts }) => concepts.map(({ id }) => id).join(' or '))
}

const problemsOf = async (settings: string) => {
  const { configurationProblems } = await project(settings).workspace.inspect(PAPER)
  return configurationProblems.map(({ message, span }) => `${settings.slice(span.start, span.end)}: ${message}`)
}

describe('lexicons of a project', () => {
  it('serve from an index as from the files that it was built from', async () => {
    const expected = ['D:1', 'D:2 or c1', 'c2 or anoikis']
    assert.deepEqual(await found('lexicons: [demo.obo, own.csv]'), expected)
    assert.deepEqual(await found('lexicons: lexicon.stromaidx'), expected)
  })

  it('go first in the order in which they are named, those of the front matter before, the shipped one after', async () => {
    assert.deepEqual(await found('lexicons: [own.csv, demo.obo]'), ['D:1', 'c1 or D:2', 'c2 or anoikis'])
    assert.deepEqual(await found('lexicons: [lexicon.stromaidx, own.csv]'), [
      'D:1',
      'D:2 or c1 or c1',
      'c2 or c2 or anoikis',
    ])
    assert.deepEqual(await found('lexicons: [demo.obo]', '---\nlexicon: own.csv\n---\n'), [
      'D:1',
      'c1 or D:2',
      'c2 or anoikis',
    ])
    assert.deepEqual(await found('lexicons: ["stroma:meseure-2014", own.csv]'), ['c1', 'anoikis or c2'])
  })

  it('are switched off one by one, the shipped one too', async () => {
    assert.deepEqual(await found('lexicons: [{ path: demo.obo, enabled: false }, own.csv]'), ['c1', 'c2 or anoikis'])
    assert.deepEqual(await found('lexicons: [{ path: "stroma:meseure-2014", enabled: false }, own.csv]'), ['c1', 'c2'])
    assert.deepEqual(await found('lexicons: [{ path: lexicon.stromaidx, exceptPacks: demo }]'), ['c1', 'c2 or anoikis'])
  })

  it('are used as far as their categories are chosen', async () => {
    for (const file of ['demo.obo', 'lexicon.stromaidx']) {
      assert.deepEqual(await found(`lexicons: [{ path: ${file}, categories: [Cell] }]`), ['D:1', 'anoikis'])
    }
    assert.deepEqual(await found('lexicons: [{ path: demo.obo, exceptCategories: cell }]'), ['D:2', 'anoikis'])
  })

  it('say what does not exist where it is named', async () => {
    assert.deepEqual(await problemsOf('lexicons: [none.yaml, { path: demo.obo, categories: [cels, proces] }]'), [
      'none.yaml: The lexicon “none.yaml” was not found.',
      'demo.obo: The lexicon “demo.obo” has no category “cels”. Is it “cell”? The lexicon “demo.obo” has no category “proces”. Is it “process”?',
    ])
    assert.deepEqual(await problemsOf('lexicons: [{ path: lexicon.stromaidx, packs: [nobody] }]'), [
      'lexicon.stromaidx: The lexicon “lexicon.stromaidx” has no pack “nobody”. It has “demo”, “own”.',
    ])
  })

  it('go on serving when an index cannot be used, which is said', async () => {
    const { files, workspace } = project('lexicons: [lexicon.stromaidx, own.csv]')
    const newer = index.slice()
    newer[8] = 9
    for (const [bytes, message] of [
      [
        index.slice(0, index.length - 50),
        /“lexicon\.stromaidx” is cut short: \d+ of \d+ bytes are there; build it again\.$/,
      ],
      [bytesOf(CSV), /“lexicon\.stromaidx” is not a lexicon index\.$/],
      [newer, /“lexicon\.stromaidx” is an index of version 9, made by a newer Stroma; .*update Stroma/],
    ] as const) {
      files.contents.set(`${ROOT}lexicon.stromaidx`, bytes)
      workspace.filesChanged([`${ROOT}lexicon.stromaidx`])
      const { analysis, configurationProblems } = await workspace.inspect(PAPER)
      assert.match(configurationProblems.map(problem => problem.message).join('\n'), message)
      assert.deepEqual(
        analysis.mentions.map(({ concepts }) => concepts[0].id),
        ['c1', 'c2'],
      )
    }
  })

  it('are said to be newer than their index, when they are', async () => {
    const written = new Map([
      [`${ROOT}demo.obo`, 1],
      [`${ROOT}own.csv`, 1],
    ])
    const stamp = async (uri: string) => {
      const at = uri.endsWith('.stromaidx') ? 5 : written.get(uri)
      return at === undefined ? undefined : { id: String(at), written: at, age: 10_000 }
    }
    const { files, workspace } = project('lexicons: lexicon.stromaidx', { stamp })
    const notes = async () => (await workspace.inspect(PAPER)).configurationNotes.map(({ message }) => message)
    const write = async (text: string, at: number) => {
      files.texts.set(`${ROOT}own.csv`, text)
      written.set(`${ROOT}own.csv`, at)
      workspace.filesChanged([`${ROOT}own.csv`])
      await new Promise(done => setTimeout(done, 5))
    }
    assert.deepEqual(await notes(), [])
    // checked out again: later, but the same
    await write(CSV, 7)
    assert.deepEqual(await notes(), [])
    await write(`${CSV}c3,new word,event\n`, 8)
    assert.deepEqual(await notes(), [
      '“own.csv” has changed since “lexicon.stromaidx” was built, and the index still has what was there before. Build it again, in its folder: stroma lexicon build demo.obo own.csv --to lexicon.stromaidx',
    ])
    assert.ok(workspace.dependencies(PAPER).includes(`${ROOT}own.csv`))
  })

  it('are the same lexicon for as long as nothing changes', async () => {
    const { workspace, files } = project('lexicons: [lexicon.stromaidx, { path: demo.obo, categories: cell }, own.csv]')
    const before = await workspace.analysis(PAPER)
    const { reads } = files.asked
    workspace.open(PAPER, `${PROSE}More.\n`)
    assert.equal((await workspace.analysis(PAPER)).lexicon, before.lexicon)
    assert.equal(files.asked.reads, reads)
  })

  it('keep version and licence', async () => {
    for (const settings of ['lexicons: demo.obo', 'lexicons: lexicon.stromaidx']) {
      const { lexicons } = await project(settings).workspace.inspect(PAPER)
      const { version, licence } = lexicons[0]!.packs[0]!
      assert.deepEqual([version, licence], ['2026-01-01', 'http://creativecommons.org/licenses/by/4.0/'])
    }
  })
})
