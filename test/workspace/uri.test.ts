import assert from 'node:assert/strict'
import { folderOf, foldersUpward, isLocalPath, nameOf, relativePath, resolveUri } from '../../src/workspace/uri.ts'

describe('uri', () => {
  it('resolves a path as an author writes it', () => {
    assert.equal(resolveUri('file:///a/b/', 'refs.bib'), 'file:///a/b/refs.bib')
    assert.equal(resolveUri('file:///a/b/', '../x y#1?.bib'), 'file:///a/x%20y%231%3F.bib')
    assert.equal(resolveUri('file:///a/b/', 'sub\\refs.bib'), 'file:///a/b/sub/refs.bib')
    assert.equal(resolveUri('file:///a/b/', '/abs/refs.bib'), 'file:///abs/refs.bib')
    assert.equal(resolveUri('file:///a/b/', 'müller%20.bib'), 'file:///a/b/m%C3%BCller%20.bib')
  })

  it('names folders, files and the way between them', () => {
    assert.equal(folderOf('file:///a/b/c.md'), 'file:///a/b/')
    assert.equal(folderOf('file:///a/b/'), 'file:///a/')
    assert.equal(nameOf('file:///a/m%C3%BCller.bib'), 'müller.bib')
    assert.equal(relativePath('file:///a/b/', 'file:///a/c/d%20e.bib'), '../c/d e.bib')
    assert.equal(relativePath('file:///a/b/', 'file:///a/b/d.bib'), 'd.bib')
  })

  it('goes upward as far as a root', () => {
    assert.deepEqual(foldersUpward('file:///a/b/c/', ['file:///a/']), ['file:///a/b/c/', 'file:///a/b/', 'file:///a/'])
    assert.deepEqual(foldersUpward('file:///a/'), ['file:///a/', 'file:///'])
  })

  it('takes network shares and addresses for no local path', () => {
    for (const path of ['\\\\server\\share\\refs.bib', '//server/refs.bib', 'https://x.org/refs.bib', 'a\0.bib'])
      assert.equal(isLocalPath(path), false, path)
    assert.equal(isLocalPath('../refs.bib'), true)
  })
})
