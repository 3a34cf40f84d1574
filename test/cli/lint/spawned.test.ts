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

  it('is a language server', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'server', '--stdio'], { cwd: folderWith({}) })
    const send = (message: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message })
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`)
    }
    let out = ''
    const answered = (id: number) =>
      new Promise<void>(done => {
        const look = () => (out.includes(`"id":${id},"result"`) ? done() : child.stdout.once('data', look))
        look()
      })
    child.stdout.on('data', data => void (out += data))
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } })
    await answered(1)
    assert.match(out, /"hoverProvider":true/)
    send({ id: 2, method: 'shutdown' })
    await answered(2)
    send({ method: 'exit' })
    assert.equal(await new Promise(done => child.on('exit', done)), 0)
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
