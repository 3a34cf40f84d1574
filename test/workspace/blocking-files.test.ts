import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { blockingFiles } from '../../src/workspace/blocking-files.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'

describe('blockingFiles', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'stroma-files-'))
    mkdirSync(join(folder, 'part'))
    writeFileSync(join(folder, 'paper.md'), '\ufeffZellen')
    writeFileSync(join(folder, 'latin.md'), Buffer.from([0x4d, 0xfc, 0x0a]))
    writeFileSync(join(folder, 'picture.png'), Buffer.from([0x89, 0, 0, 0, 1]))
    symlinkSync('paper.md', join(folder, 'link.md'))
    symlinkSync('gone.md', join(folder, 'dangling.md'))
    symlinkSync('loop.md', join(folder, 'loop.md'))
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.md')])
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const names = ['paper.md', 'latin.md', 'picture.png', 'link.md', 'dangling.md', 'loop.md', 'pipe.md', 'part', 'no.md']
  const uris = () => [
    ...[...names, 'paper.md/below.md'].map(name => pathToFileURL(join(folder, name)).href),
    'untitled:Untitled-1',
    'file:///a%00b',
  ]

  for (const question of ['read', 'kind', 'list', 'real'] as const) {
    it(`answers to “${question}” what is answered later`, async () => {
      for (const uri of uris())
        assert.deepEqual(await blockingFiles[question]!(uri), await nodeFiles[question]!(uri), uri)
    })
  }
})
