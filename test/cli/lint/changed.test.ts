import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from '../support.ts'

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'pipe' })

function repository(files: Record<string, string>): string {
  const folder = folderWith(files)
  git(folder, 'init', '--quiet')
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '--message', 'First')
  return folder
}

const checked = async (folder: string, ...args: string[]) => {
  const { status, out } = await stroma(folder, ['lint', '--format', 'json', ...args])
  assert.notEqual(status, 2)
  return JSON.parse(out).files.map(({ path }: { path: string }) => path)
}

describe('stroma lint --changed', () => {
  before(function () {
    try {
      execFileSync('git', ['--version'], { stdio: 'ignore' })
    } catch {
      this.skip()
    }
  })

  const FILES = { 'a.md': 'A.\n', 'b.md': '---\nbibliography: refs.bib\n---\n', 'part/c.md': 'C.\n', 'refs.bib': '' }

  it('checks what differs from the last commit, staged or not, and what Git does not know', async () => {
    const folder = repository(FILES)
    assert.deepEqual(await checked(folder, '--changed'), [])
    writeFileSync(join(folder, 'a.md'), 'Other.\n')
    writeFileSync(join(folder, 'part/new µ.md'), 'New.\n')
    git(folder, 'add', 'a.md')
    assert.deepEqual(await checked(folder, '--changed'), ['a.md', 'part/new µ.md'])
    assert.deepEqual(await checked(join(folder, 'part'), '--changed'), ['new µ.md'])
  })

  it('checks a manuscript whose bibliography differs', async () => {
    const folder = repository(FILES)
    writeFileSync(join(folder, 'refs.bib'), '@book{x, title = {T}}\n')
    assert.ok((await checked(folder, '--changed')).includes('b.md'))
    assert.ok(!(await checked(folder, '--changed')).includes('a.md'))
  })

  it('checks a manuscript whose figure is gone, or whose project file differs', async () => {
    const folder = repository({ 'a.md': '![F](flow.png)\n', 'flow.png': '', 'q/b.qmd': 'B.\n', 'q/_quarto.yml': '' })
    rmSync(join(folder, 'flow.png'))
    assert.deepEqual(await checked(folder, '--changed'), ['a.md'])
    writeFileSync(join(folder, 'q/_quarto.yml'), 'project: { type: book }\n')
    assert.deepEqual(await checked(folder, '--changed'), ['a.md', 'q/b.qmd'])
  })

  it('takes a commit, before or after an equals sign, and tells it from a path', async () => {
    const folder = repository(FILES)
    writeFileSync(join(folder, 'a.md'), 'Other.\n')
    git(folder, 'commit', '--quiet', '--all', '--message', 'Second')
    assert.deepEqual(await checked(folder, '--changed'), [])
    assert.deepEqual(await checked(folder, '--changed', 'HEAD~1'), ['a.md'])
    assert.deepEqual(await checked(folder, '--changed=HEAD~1', '.'), ['a.md'])
    assert.deepEqual(await checked(folder, '--changed', 'part'), [])
  })

  it('ends with 2 on a commit that is not there, and outside a repository', async () => {
    const unknown = await stroma(repository(FILES), ['lint', '--changed=nowhere'])
    assert.equal(unknown.status, 2)
    assert.match(unknown.err, /Git knows no commit “nowhere”/)
    const outside = await stroma(folderWith(FILES), ['lint', '--changed'])
    assert.equal(outside.status, 2)
    assert.match(outside.err, /needs a Git repository/)
  })

  it('takes nothing for an option of Git', async () => {
    const { status, err } = await stroma(repository(FILES), ['lint', '--changed=--output=x'])
    assert.equal(status, 2)
    assert.match(err, /Git knows no commit/)
  })
})
