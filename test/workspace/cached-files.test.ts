import assert from 'node:assert/strict'
import { cachedFiles } from '../../src/workspace/cached-files.ts'
import { type FileText, isText } from '../../src/workspace/files.ts'
import { memoryFiles } from '../support/memory-files.ts'

const URI = 'file:///refs.bib'
const textOf = (file: FileText): string => (isText(file) ? file.text : file.failure)

describe('files that are kept', () => {
  it('are what they were until a change has come to rest', async () => {
    const disk = memoryFiles([[URI, 'whole']])
    let settled: () => void
    const rest = new Promise<void>(done => {
      settled = done
    })
    let written = Date.now()
    const stamp = async () =>
      disk.texts.has(URI) ? { id: disk.texts.get(URI)!, written, age: Date.now() - written } : undefined
    const files = cachedFiles({ ...disk, stamp }, () => settled())
    const write = (text: string): void => {
      disk.texts.set(URI, text)
      written = Date.now()
      files.changed([URI])
    }
    assert.equal(textOf(await files.read(URI)), 'whole')
    write('')
    assert.equal(textOf(await files.read(URI)), 'whole')
    write('ha')
    assert.equal(textOf(await files.read(URI)), 'whole')
    write('new')
    await rest
    assert.equal(textOf(await files.read(URI)), 'new')
  })

  it('are what was written last, though an earlier reading comes later', async () => {
    const disk = memoryFiles([[URI, 'old']])
    const held: (() => void)[] = []
    let holds = false
    const read: typeof disk.read = async uri => {
      const now = await disk.read(uri)
      if (holds) await new Promise<void>(done => held.push(done))
      return now
    }
    let settled = 0
    const stamp = async () => ({ id: disk.texts.get(URI)!, written: 0, age: 1000 })
    const files = cachedFiles({ ...disk, read, stamp }, () => settled++)
    assert.equal(textOf(await files.read(URI)), 'old')
    holds = true
    for (const text of ['newer', 'newest']) {
      disk.texts.set(URI, text)
      files.changed([URI])
      const before = held.length
      while (held.length === before) await new Promise(setImmediate)
    }
    held[1]!()
    while (settled === 0) await new Promise(setImmediate)
    held[0]!()
    await new Promise(setImmediate)
    assert.equal(textOf(await files.read(URI)), 'newest')
    assert.equal(settled, 1)
  })

  it('are gone when they stay away', async () => {
    const disk = memoryFiles([[URI, 'whole']])
    const gone = new Promise<void>(done => {
      const files = cachedFiles({ ...disk, stamp: async () => undefined }, async uri => {
        assert.equal(textOf(await files.read(uri)), 'was not found')
        done()
      })
      void files.read(URI).then(() => {
        disk.texts.delete(URI)
        files.changed([URI])
      })
    })
    await gone
  })

  it('are read again at once where nothing tells when they were written', async () => {
    const disk = memoryFiles([[URI, 'old']])
    const files = cachedFiles(disk)
    assert.equal(textOf(await files.read(URI)), 'old')
    disk.texts.set(URI, 'new')
    files.changed([URI])
    assert.equal(textOf(await files.read(URI)), 'new')
  })

  it('change when what a link leads to has changed', async () => {
    const link = 'file:///ws/refs.bib'
    const disk = memoryFiles([
      [link, 'old'],
      ['file:///ws/own.bib', 'own'],
    ])
    const real = async (uri: string) =>
      uri === link ? 'file:///out/refs.bib' : uri.replace('file:///ws', 'file:///private/ws').replace(/\/$/, '')
    const files = cachedFiles({ ...disk, real })
    assert.equal(await files.target('file:///ws/own.bib', ['file:///ws/']), undefined)
    assert.equal(await files.target(link, ['file:///ws/']), 'file:///out/refs.bib')
    assert.equal(textOf(await files.read(link)), 'old')
    disk.texts.set(link, 'new')
    files.changed(['file:///out/refs.bib'])
    assert.equal(textOf(await files.read(link)), 'new')
  })
})
