import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { decodeText, nodeFiles } from '../../src/workspace/node-files.ts'

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(values.map(value => (typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value))))

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    assert.deepEqual(decodeText(bytes('é')), { text: 'é', bom: false })
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, 'é')), { text: 'é', bom: true })
  })
  it('reads UTF-16 and Latin-1', () => {
    assert.deepEqual(decodeText(bytes(0xff, 0xfe, 0xe9, 0)), {
      text: 'é',
      bom: true,
      encoding: { name: 'UTF-16', from: 0 },
    })
    assert.deepEqual(decodeText(bytes(0xfe, 0xff, 0, 0xe9)), {
      text: 'é',
      bom: true,
      encoding: { name: 'UTF-16', from: 0 },
    })
    assert.deepEqual(decodeText(bytes('M', 0xfc, 'ller')), {
      text: 'Müller',
      bom: false,
      encoding: { name: 'Windows-1252', from: 1 },
    })
  })
  it('keeps UTF-8 where a few bytes are not', () => {
    const accents = new TextEncoder().encode('äöüß')
    assert.deepEqual(decodeText(bytes(...accents, '; B', 0xe9, 'nard')), {
      text: 'äöüß; Bénard',
      bom: false,
      encoding: { name: 'UTF-8', bad: [7] },
    })
    // A character that was cut, at the end; a byte that Windows-1252 does not have.
    const two = new TextEncoder().encode('äöüßäöüß')
    assert.deepEqual(decodeText(bytes(0xef, 0xbb, 0xbf, ...two, 0x81, 'x', 0xe2, 0x80)), {
      text: 'äöüßäöüß\ufffdx\ufffd',
      bom: true,
      encoding: { name: 'UTF-8', bad: [8, 10] },
    })
    // Too little of it is UTF-8.
    assert.deepEqual(decodeText(bytes(0xc3, 0xa4, 'b', 0xe9)), {
      text: 'Ã¤bé',
      bom: false,
      encoding: { name: 'Windows-1252', from: 3 },
    })
  })

  it('refuses what is no text', () => assert.ok('failure' in decodeText(bytes('PK', 3, 4, 0, 0))))
})

describe('nodeFiles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stroma-'))
  const uri = (name: string) => pathToFileURL(join(folder, name)).href

  it('says why a file cannot be read', async () => {
    writeFileSync(join(folder, 'a.md'), 'text')
    symlinkSync('loop', join(folder, 'loop'))
    assert.deepEqual(await nodeFiles.read(uri('a.md')), { text: 'text', bom: false })
    assert.deepEqual(await nodeFiles.read(uri('none.md')), { failure: 'was not found', missing: true })
    assert.deepEqual(await nodeFiles.read(uri('')), { failure: 'is a folder, not a file', missing: false })
    assert.deepEqual(await nodeFiles.read(uri('loop')), {
      failure: 'is a symbolic link that leads back to itself',
      missing: false,
    })
    assert.ok('failure' in (await nodeFiles.read('https://x.org/a.md')))
    assert.ok('failure' in (await nodeFiles.read('file://server/share/a.md')))
  })

  it('reads a large file in pieces, and decodes it as it does a small one', async () => {
    const long = 'é🧬x'.repeat(200_000)
    const contents = [
      bytes(long),
      bytes(0xef, 0xbb, 0xbf, 'x', long),
      bytes('M', 0xfc, 'ller', long),
      bytes(long, 0xc3),
      bytes(0xff, 0xfe, 'a', 0, long),
      bytes(0, long),
    ]
    for (const content of contents) {
      writeFileSync(join(folder, 'large.bib'), content)
      assert.deepEqual(await nodeFiles.read(uri('large.bib')), decodeText(content))
    }
    rmSync(join(folder, 'large.bib'))
  })

  it('tells files from folders and lists them in order', async () => {
    assert.equal(await nodeFiles.kind(uri('a.md')), 'file')
    assert.equal(await nodeFiles.kind(uri('')), 'folder')
    assert.equal(await nodeFiles.kind(uri('none')), undefined)
    assert.deepEqual(await nodeFiles.list(uri('')), ['a.md', 'loop'])
    assert.deepEqual(await nodeFiles.list(uri('none')), [])
  })
})
