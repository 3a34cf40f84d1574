import assert from 'node:assert/strict'
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from '../support.ts'

const REFERENCES = ['a', 'b', 'c'].map(
  key => `@book{${key}, title = {T}, author = {A, B}, year = 2001, publisher = {P}}\n`,
)
const paper = (text: string) => `---\nbibliography: refs.bib\n---\n${text}\n`
const project = (text: string, more = {}) => folderWith({ 'paper.md': text, 'refs.bib': REFERENCES.join(''), ...more })
const textOf = (folder: string) => readFileSync(join(folder, 'paper.md'), 'utf8')

describe('stroma lint --fix', () => {
  it('makes the safe fixes, round after round, and reports what remains', async () => {
    const folder = project(paper('See [@a, @b, @c] and [@none].'))
    const { status, out, err } = await stroma(folder, ['lint', '--fix'])
    assert.equal(textOf(folder), paper('See [@a; @b; @c] and [@none].'))
    assert.equal(status, 1)
    assert.match(out, /unresolved-citation/)
    assert.doesNotMatch(out, /comma-separated-citation/)
    assert.match(err, /^stroma: Fixed \d findings?\.\n/)
  })

  it('leaves unsafe fixes alone', async () => {
    const folder = project(paper('See [@aa].'))
    await stroma(folder, ['lint', '--fix'])
    assert.equal(textOf(folder), paper('See [@aa].'))
  })

  it('keeps the byte order mark and the line ends', async () => {
    const before = `\ufeff${paper('α 🧫 [@a, @b]')}`.replaceAll('\n', '\r\n')
    const folder = project(before)
    assert.equal((await stroma(folder, ['lint', '--fix'])).status, 0)
    assert.equal(textOf(folder), before.replace('@a, @b', '@a; @b'))
  })

  it('writes nothing through a symbolic link', async function () {
    const folder = project('', { 'elsewhere.txt': paper('[@a, @b]') })
    try {
      symlinkSync('elsewhere.txt', join(folder, 'link.md'))
    } catch {
      this.skip()
    }
    const { status, err } = await stroma(folder, ['lint', '--fix', 'link.md'])
    assert.equal(status, 2)
    assert.match(err, /is a symbolic link and was not written/)
    assert.ok(lstatSync(join(folder, 'link.md')).isSymbolicLink())
    assert.equal(readFileSync(join(folder, 'elsewhere.txt'), 'utf8'), paper('[@a, @b]'))
  })

  it('does not touch a file that is not UTF-8', async () => {
    const latin = Buffer.from(paper('caf\u00e9 [@a, @b]'), 'latin1')
    const folder = project('', { 'latin.md': latin })
    const { err } = await stroma(folder, ['lint', '--fix', 'latin.md'])
    assert.match(err, /“latin\.md” was not fixed: it is not UTF-8\./)
    assert.deepEqual(readFileSync(join(folder, 'latin.md')), latin)
  })

  it('only says with --fix-dry-run what would be', async () => {
    const folder = project(paper('See [@a, @b].'))
    const { status, out, err } = await stroma(folder, ['lint', '--fix-dry-run', '--format', 'json'])
    assert.equal(status, 0)
    assert.equal(textOf(folder), paper('See [@a, @b].'))
    const [file] = JSON.parse(out).files
    assert.equal(file.output, paper('See [@a; @b].'))
    assert.deepEqual(file.findings, [])
    assert.match(err, /^stroma: Would fix 1 finding\.\n/)
  })

  it('gives the fixed text of standard input with --fix-dry-run', async () => {
    const folder = project('')
    const args = ['lint', '--stdin', '--stdin-filename', 'paper.md', '--fix-dry-run', '--format', 'json']
    const { out } = await stroma(folder, args, { stdin: `\ufeff${paper('[@a, @b]')}` })
    assert.equal(JSON.parse(out).files[0].output, `\ufeff${paper('[@a; @b]')}`)
    const { err } = await stroma(folder, ['lint', '--stdin', '--fix'])
    assert.match(err, /--fix cannot write to standard input/)
  })

  it('changes nothing where nothing is to be fixed', async () => {
    const folder = project(paper('See [@a].'))
    const before = lstatSync(join(folder, 'paper.md')).ino
    assert.equal((await stroma(folder, ['lint', '--fix'])).status, 0)
    assert.equal(lstatSync(join(folder, 'paper.md')).ino, before)
    writeFileSync(join(folder, 'empty.md'), '')
    assert.equal((await stroma(folder, ['lint', '--fix'])).status, 0)
  })
})
