import assert from 'node:assert/strict'
import { folderWith, stroma } from './support.ts'

const entry = (key: string) =>
  `@article{${key}, title = {A work}, author = {Roe, Ann}, journal = {Cells}, year = 2001}\n`
const ids = (out: string) => JSON.parse(out).map(({ id }: { id: string }) => id)

describe('stroma references', () => {
  it('prints one CSL-JSON array of all files, in their order', async () => {
    const folder = folderWith({ 'b.bib': `${entry('z')}${entry('a')}`, 'c.json': '[{ "id": "k", "type": "book" }]' })
    const { status, out, err } = await stroma(folder, ['references', 'b.bib', 'c.json', '--to', 'csl-json'])
    assert.deepEqual({ status, err }, { status: 0, err: '' })
    assert.deepEqual(ids(out), ['z', 'a', 'k'])
    const [first] = JSON.parse(out)
    assert.equal(first.title, 'A work')
    assert.deepEqual(first.author, [{ family: 'Roe', given: 'Ann' }])
    assert.deepEqual(first.issued, { 'date-parts': [[2001]] })
  })

  it('writes BibTeX, RIS and a Vancouver list', async () => {
    const folder = folderWith({ 'b.bib': entry('roe') })
    const to = async (format: string) => (await stroma(folder, ['references', 'b.bib', '--to', format])).out
    assert.match(await to('bibtex'), /^@article\{roe,/)
    assert.match(await to('ris'), /^TY {2}- JOUR\n/)
    assert.match(await to('vancouver'), /^1\. Roe A\. A work\. Cells\. 2001/)
  })

  it('says what could not be read and where, and gives the rest', async () => {
    const folder = folderWith({ 'b.bib': `${entry('a')}@article{b\n  title = {X}\n}\n${entry('c')}` })
    const { status, out, err } = await stroma(folder, ['references', 'b.bib'])
    assert.equal(status, 0)
    assert.ok(['a', 'c'].every(id => ids(out).includes(id)))
    assert.match(err, /^b\.bib:2:\d+: /)
  })

  it('ends with 2 on a file that is not there or no bibliography', async () => {
    const folder = folderWith({ 'b.bib': entry('a'), 'page.bib': '<!doctype html><html></html>' })
    const missing = await stroma(folder, ['references', 'none.bib', 'b.bib'])
    assert.equal(missing.status, 2)
    assert.deepEqual(ids(missing.out), ['a'])
    assert.equal(missing.err, 'stroma: “none.bib” was not found.\n')
    const page = await stroma(folder, ['references', 'page.bib'])
    assert.equal(page.status, 2)
    assert.match(page.err, /^page\.bib:1:1: .*web page/)
  })

  it('reads a file in another encoding, and says so', async () => {
    const folder = folderWith({ 'b.bib': Buffer.from(entry('a').replace('Roe', 'Röe'), 'latin1') })
    const { status, out, err } = await stroma(folder, ['references', 'b.bib'])
    assert.equal(status, 0)
    assert.equal(JSON.parse(out)[0].author[0].family, 'Röe')
    assert.match(err, /^b\.bib:1:42: This file is not in UTF-8; .* Pandoc refuses it: save it as UTF-8\.\n$/)
  })

  it('writes only what a manuscript cites, and says what is lacking', async () => {
    const folder = folderWith({
      'paper.md': '---\nbibliography: refs.bib\n---\n[@b; @none] and @fig:flow.\n\n![F](f.png){#fig:flow}\n',
      'refs.bib': ['a', 'b', 'c'].map(entry).join(''),
      'other.bib': `${entry('b')}${entry('none')}`,
    })
    const own = await stroma(folder, ['references', '--cited', 'paper.md'])
    assert.deepEqual(ids(own.out), ['b'])
    assert.deepEqual([own.status, own.err], [0, 'stroma: “none” is cited but not found.\n'])
    const other = await stroma(folder, ['references', 'other.bib', '--cited', 'paper.md'])
    assert.deepEqual(ids(other.out), ['b', 'none'])
    assert.equal(other.err, '')
  })

  it('reads what a manuscript has in its front matter, and a list that stands in it', async () => {
    const inline = '---\ntitle: T\nreferences:\n- id: a\n  title: A\n---\nText [@a].\n'
    const list = '# Text\n\nKnown [1].\n\n## References\n\n1. Paget S. Seed and soil. Lancet. 1889;133:571-3.\n'
    const folder = folderWith({ 'inline.md': inline, 'list.md': list })
    const read = await stroma(folder, ['references', 'inline.md', 'list.md'])
    assert.deepEqual([ids(read.out), read.err], [['a', '1'], ''])
  })

  for (const [args, message] of [
    [['b.bib', '--to', 'bibtx'], 'References cannot be written as “bibtx”. Did you mean “bibtex”?'],
    [[], '“stroma references” needs a bibliography, or --cited and a manuscript.'],
    [['--cited', 'none.md'], '“none.md” was not found.'],
  ] as const) {
    it(`ends with 2 on “${args.join(' ')}”`, async () => {
      const { status, out, err } = await stroma(folderWith({ 'b.bib': '' }), ['references', ...args])
      assert.deepEqual({ status, out, err }, { status: 2, out: '', err: `stroma: ${message}\n` })
    })
  }
})
