import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findManuscripts } from '../../src/cli/find-manuscripts.ts'
import { folderWith } from './support.ts'

const found = async (folder: string, ...operands: string[]) => {
  const { manuscripts, failures } = await findManuscripts(operands, folder)
  return [...manuscripts.map(({ path }) => relative(folder, path).replaceAll('\\', '/')), ...failures]
}

describe('finding manuscripts', () => {
  it('takes every kind of manuscript below a folder', async () => {
    const names = ['a.md', 'b.markdown', 'c/d.qmd', 'c/e.Rmd', 'c/f.rmd', 'g.myst.md']
    const folder = folderWith(Object.fromEntries([...names, 'refs.bib', 'notes.txt'].map(name => [name, ''])))
    assert.deepEqual(await found(folder, '.'), names)
  })

  it('passes over installed, built and hidden folders', async () => {
    const folder = folderWith({ 'a.md': '', 'node_modules/x/b.md': '', 'dist/c.md': '', '.quarto/d.md': '' })
    assert.deepEqual(await found(folder, '.'), ['a.md'])
    assert.deepEqual(await found(folder, '**/*.md'), ['a.md'])
  })

  it('honours .gitignore at every level, the nearest deciding', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n*.rmd\n',
      'a.md': '',
      'b.rmd': '',
      'drafts/c.md': '',
      'part/.gitignore': '!kept.rmd\nlocal.md\n',
      'part/kept.rmd': '',
      'part/local.md': '',
      'part/d.md': '',
    })
    assert.deepEqual(await found(folder, '.'), ['a.md', 'part/d.md', 'part/kept.rmd'])
    assert.deepEqual(await found(join(folder, 'part'), '.'), ['d.md', 'kept.rmd'])
    assert.deepEqual(await found(folder, 'part/*'), ['part/d.md', 'part/kept.rmd'])
  })

  it('takes what is named, ignored or not', async () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'drafts/', 'drafts/c.md': '', 'notes.txt': '' })
    assert.deepEqual(await found(folder, 'drafts/c.md', 'notes.txt'), ['drafts/c.md', 'notes.txt'])
    assert.deepEqual(await found(folder, 'drafts'), ['drafts/c.md'])
  })

  it('takes each manuscript once', async () => {
    const folder = folderWith({ 'a.md': '', 'b.md': '' })
    assert.deepEqual(await found(folder, '.', 'a.md', '*.md'), ['a.md', 'b.md'])
  })

  it('takes a file whose name looks like a glob', async () => {
    const folder = folderWith({ 'figure [1].md': '' })
    assert.deepEqual(await found(folder, 'figure [1].md'), ['figure [1].md'])
  })

  it('says what led to nothing', async () => {
    const folder = folderWith({ 'refs.bib/readme.txt': '' })
    assert.deepEqual(await found(folder, 'paper.md', '*.qmd', 'refs.bib'), [
      '“paper.md” does not exist.',
      'No manuscripts were found by “*.qmd”.',
      'No manuscripts were found by “refs.bib”.',
    ])
  })

  it('is not caught by links in a circle', async function () {
    const folder = folderWith({ 'a.md': '' })
    mkdirSync(join(folder, 'b'))
    try {
      symlinkSync(folder, join(folder, 'b', 'up'))
      symlinkSync('loop.md', join(folder, 'loop.md'))
      symlinkSync('a.md', join(folder, 'link.md'))
    } catch {
      this.skip()
    }
    assert.deepEqual(await found(folder, '.'), ['a.md', 'link.md'])
    assert.deepEqual(await found(folder, '**/*.md'), ['a.md', 'link.md'])
  })
})
