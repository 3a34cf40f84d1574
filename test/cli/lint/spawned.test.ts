import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { folderWith, PROGRAM, spawned } from '../support.ts'

const MANY = Array.from({ length: 3_000 }, (_, number) => `[@key${number}]\n\n`).join('')

describe('the built program', () => {
  it('can be executed', function () {
    if (process.platform === 'win32') this.skip()
    assert.equal(statSync(PROGRAM).mode & 0o111, 0o111)
  })

  it('writes all of a long report into a pipe and ends with 1', async () => {
    const { status, out } = await spawned(folderWith({ 'paper.md': MANY }), ['lint', '--format', 'json'])
    assert.equal(status, 1)
    assert.equal(JSON.parse(out).summary.errors, 3_000)
  })

  it('does not mind that its reader has gone', async () => {
    const cwd = folderWith({ 'paper.md': MANY })
    const child = spawn(process.execPath, [PROGRAM, 'lint', '--format', 'json'], { cwd })
    let err = ''
    child.stderr.on('data', text => void (err += text))
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise(done => child.on('close', done))
    assert.deepEqual({ status, err }, { status: 1, err: '' })
  })

  it('reads standard input', async () => {
    const args = ['lint', '--stdin', '--stdin-filename', 'paper.md', '--format', 'json']
    const { status, out } = await spawned(folderWith({}), args, '\ufeff🧫 [^a]')
    assert.equal(status, 1)
    const { findings } = JSON.parse(out).files[0]
    assert.deepEqual(findings[0].start, { line: 1, column: 5, offset: 4 })
  })

  it('gives the same report from several threads', async () => {
    const papers = Array.from({ length: 8 }, (_, number) => [`p${number}.md`, `[^n${number}] [@k${number}]\n`])
    const folder = folderWith(Object.fromEntries(papers))
    const [one, two] = [
      await spawned(folder, ['lint', '--format', 'json']),
      await spawned(folder, ['lint', '--format', 'json', '--threads', '2']),
    ]
    assert.equal(one.status, 1)
    assert.deepEqual(two, one)
  })
})
