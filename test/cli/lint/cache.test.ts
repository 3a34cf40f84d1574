import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from '../support.ts'

const reference = (key: string) => `@book{${key}, title = {T}, author = {A, B}, year = 2001, publisher = {P}}\n`
const FILES = {
  'a.md': '---\nbibliography: refs.bib\n---\n[@roe]\n\n![F](flow.png)\n',
  'b.md': 'Text.\n',
  'refs.bib': reference('roe'),
  'flow.png': '',
}

/** What a run with the cache says, and whether it says the same without. */
async function lint(folder: string, ...args: string[]) {
  const kept = await stroma(folder, ['lint', '--format', 'json', '--cache', ...args])
  const fresh = await stroma(folder, ['lint', '--format', 'json', ...args])
  assert.deepEqual(kept, fresh)
  const { summary } = JSON.parse(kept.out)
  return [summary.errors, summary.warnings]
}

describe('stroma lint --cache', () => {
  it('keeps results in a file and uses them again', async () => {
    const folder = folderWith(FILES)
    await lint(folder)
    const path = join(folder, '.stroma-cache')
    const stored = readFileSync(path, 'utf8')
    assert.ok(stored.includes('"findings":[]'))
    writeFileSync(
      path,
      stored.replaceAll(
        '"findings":[]',
        '"findings":[{"rule":"kept","severity":"info","message":"","start":{},"end":{},"excerpt":"","fixes":[],"related":[]}]',
      ),
    )
    const { out } = await stroma(folder, ['lint', '--format', 'json', '--cache'])
    assert.equal(JSON.parse(out).summary.infos, 2)
  })

  for (const [what, change] of [
    ['the manuscript', (folder: string) => writeFileSync(join(folder, 'a.md'), '[@none]\n')],
    ['its bibliography', (folder: string) => writeFileSync(join(folder, 'refs.bib'), reference('poe'))],
    ['a bibliography that is gone', (folder: string) => rmSync(join(folder, 'refs.bib'))],
    ['a figure that is gone', (folder: string) => rmSync(join(folder, 'flow.png'))],
    [
      'a project file that is new',
      (folder: string) => writeFileSync(join(folder, '.stroma.yaml'), 'rules: { unresolved-citation: off }\n'),
    ],
  ] as const) {
    it(`sees a change of ${what}`, async () => {
      const folder = folderWith(FILES)
      assert.deepEqual(await lint(folder), [0, 0])
      change(folder)
      await lint(folder)
      await lint(folder)
    })
  }

  it('sees a change in a chapter that another refers to', async () => {
    const folder = folderWith({
      '_quarto.yml': 'project: { type: book }\nbook: { chapters: [one.qmd, two.qmd] }\n',
      'one.qmd': '# One {#sec-one}\n',
      'two.qmd': 'See @sec-one.\n',
    })
    assert.deepEqual(await lint(folder), [0, 0])
    writeFileSync(join(folder, 'one.qmd'), '# One\n')
    assert.deepEqual(await lint(folder), [1, 0])
  })

  it('does not mix up runs with other settings', async () => {
    const folder = folderWith({ 'a.md': '[^x]\n' })
    assert.deepEqual(await lint(folder), [1, 0])
    assert.deepEqual(await lint(folder, '--rule', 'undefined-footnote=warning'), [0, 1])
    assert.deepEqual(await lint(folder), [1, 0])
  })

  it('does without a cache that is broken', async () => {
    const folder = folderWith({ ...FILES, '.stroma-cache': '{"key":' })
    assert.deepEqual(await lint(folder), [0, 0])
    assert.ok(existsSync(join(folder, '.stroma-cache')))
  })
})
