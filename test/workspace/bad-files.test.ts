import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Files, isText } from '../../src/workspace/files.ts'
import { filesUpTo, nodeFiles } from '../../src/workspace/node-files.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'

const SOUND = '@article{sound, title = {T}, author = {A, B}, journal = {J}, year = 2020}\n'
const OTHER = SOUND.replace('sound', 'other')

/** A file that cannot be read, or not as it is, and what the author reads about it. */
interface Row {
  readonly item: string
  /** As the manuscript names it. */
  readonly path: string
  readonly make?: (folder: string) => void
  readonly files?: Files
  /** Line and column in the manuscript or in the bibliography, and the message. */
  readonly reads: string
  /** What can be cited of it all the same. */
  readonly keys?: readonly string[]
  readonly skip?: boolean
}

const onPosix = process.platform !== 'win32'

const TABLE: readonly Row[] = [
  {
    item: 'a folder with such a name',
    path: 'refs.bib',
    make: folder => mkdirSync(join(folder, 'refs.bib')),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is a folder, not a file.',
  },
  {
    item: 'a link that leads nowhere',
    path: 'refs.bib',
    make: folder => symlinkSync('gone.bib', join(folder, 'refs.bib')),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is a symbolic link to a file that is not there.',
  },
  {
    item: 'a link to itself',
    path: 'refs.bib',
    make: folder => symlinkSync('refs.bib', join(folder, 'refs.bib')),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is a symbolic link that leads back to itself.',
  },
  {
    item: 'links in a circle',
    path: 'refs.bib',
    make: folder => {
      symlinkSync('again.bib', join(folder, 'refs.bib'))
      symlinkSync('refs.bib', join(folder, 'again.bib'))
    },
    reads: 'paper.md:4:5 The bibliography “refs.bib” is a symbolic link that leads back to itself.',
  },
  {
    item: 'a pipe that nobody writes to',
    path: 'refs.bib',
    make: folder => execFileSync('mkfifo', [join(folder, 'refs.bib')]),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is not a regular file.',
    skip: !onPosix,
  },
  {
    item: 'a device',
    path: '/dev/zero',
    reads: 'paper.md:4:5 The bibliography “/dev/zero” is not a regular file.',
    skip: process.platform !== 'linux',
  },
  {
    item: 'a file that may not be read (root may read any)',
    path: 'refs.bib',
    make: folder => {
      writeFileSync(join(folder, 'refs.bib'), OTHER)
      chmodSync(join(folder, 'refs.bib'), 0)
    },
    reads: 'paper.md:4:5 The bibliography “refs.bib” may not be read.',
    skip: !onPosix || process.getuid?.() === 0,
  },
  {
    item: 'a file that is too large',
    path: 'refs.bib',
    make: folder => writeFileSync(join(folder, 'refs.bib'), OTHER.repeat(20)),
    files: filesUpTo(1000),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is larger than 1000 bytes, and is not read.',
  },
  {
    item: 'a file that is not there',
    path: 'gone.bib',
    make: folder => writeFileSync(join(folder, 'gone.ris'), ''),
    reads:
      'paper.md:4:5 The bibliography “gone.bib” was not found; looked at gone.bib. There is “gone.ris” in that folder.',
  },
  {
    item: 'a share in a network, as Windows writes it and Markdown takes it,',
    path: "'\\\\\\\\server\\\\share\\\\refs.bib'",
    reads:
      'paper.md:4:6 The bibliography “\\\\server\\share\\refs.bib” is not a file of this machine; save it beside the manuscript and name it here.',
  },
  {
    item: 'a share in a network, with slashes,',
    path: '//server/share/refs.bib',
    reads:
      'paper.md:4:5 The bibliography “//server/share/refs.bib” is not a file of this machine; save it beside the manuscript and name it here.',
  },
  {
    item: 'Latin-1',
    path: 'refs.bib',
    make: folder => writeFileSync(join(folder, 'refs.bib'), Buffer.from(OTHER.replace('A, B', 'Müller, B'), 'latin1')),
    reads:
      'refs.bib:1:41 This file is not in UTF-8; from here on it was read as Windows-1252. Pandoc refuses it: save it as UTF-8.',
    keys: ['other'],
  },
  {
    item: 'one byte of Latin-1 in UTF-8',
    path: 'refs.bib',
    make: folder =>
      writeFileSync(
        join(folder, 'refs.bib'),
        Buffer.concat([Buffer.from('% äöüß\n'), Buffer.from(OTHER.replace('A, B', 'Müller, B'), 'latin1')]),
      ),
    reads:
      'refs.bib:2:41 Nearly all of this file is in UTF-8, but this character is not; it was read as “ü”. Pandoc refuses the file for it: write it anew and save the file as UTF-8.',
    keys: ['other'],
  },
  {
    item: 'UTF-16 with a mark',
    path: 'refs.bib',
    make: folder => writeFileSync(join(folder, 'refs.bib'), Buffer.from(`\ufeff${OTHER}`, 'utf16le')),
    reads:
      'refs.bib:1:1 This file is not in UTF-8; from here on it was read as UTF-16. Pandoc refuses it: save it as UTF-8.',
    keys: ['other'],
  },
  {
    item: 'UTF-16 without a mark',
    path: 'refs.bib',
    make: folder => writeFileSync(join(folder, 'refs.bib'), Buffer.from(OTHER, 'utf16le')),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is in UTF-16; save it as UTF-8.',
  },
  {
    item: 'a file that is no text',
    path: 'refs.bib',
    make: folder => writeFileSync(join(folder, 'refs.bib'), Buffer.from([80, 75, 3, 4, 0, 0, 0, 0, 7, 7])),
    reads: 'paper.md:4:5 The bibliography “refs.bib” is not a text file.',
  },
]

const folders: string[] = []

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stroma-bad-'))
  folders.push(folder)
  return folder
}

const addressOf = (folder: string, name = ''): string => `${pathToFileURL(folder).href}/${name}`

/** Where an offset is in a file, as `name:line:column`. */
async function placeIn(uri: string, offset: number, files: Files): Promise<string> {
  const file = await files.read(uri)
  const before = (isText(file) ? file.text : '').slice(0, offset).split('\n')
  return `${uri.slice(uri.lastIndexOf('/') + 1)}:${before.length}:${before.at(-1)!.length + 1}`
}

describe('a bibliography that cannot be read as it is', () => {
  after(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  for (const { item, path, make, files = nodeFiles, reads, keys = [], skip = false } of TABLE) {
    const test = skip ? it.skip : it
    test(`${item}: is told with place and remedy, and the other one serves`, async () => {
      const folder = newFolder()
      make?.(folder)
      writeFileSync(join(folder, 'sound.bib'), SOUND)
      writeFileSync(join(folder, 'paper.md'), `---\nbibliography:\n  - sound.bib\n  - ${path}\n---\n\nSee [@sound].\n`)
      const workspace = createWorkspace(files, { roots: [addressOf(folder)] })
      const { library } = await workspace.analysis(addressOf(folder, 'paper.md'))
      assert.deepEqual([...library.references.keys()], ['sound', ...keys])
      const findings = await workspace.diagnose(addressOf(folder, 'paper.md'))
      assert.deepEqual(
        await Promise.all(
          findings.map(async ({ uri, span, message }) => `${await placeIn(uri, span.start, files)} ${message}`),
        ),
        [reads],
      )
    })
  }

  it('a byte order mark before UTF-8 is no part of it', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'refs.bib'), `\ufeff${OTHER}`)
    writeFileSync(join(folder, 'paper.md'), '---\nbibliography: refs.bib\n---\n\nSee [@other].\n')
    const workspace = createWorkspace(nodeFiles, { roots: [addressOf(folder)] })
    assert.deepEqual(await workspace.diagnose(addressOf(folder, 'paper.md')), [])
  })

  it('a share in a network is not asked for by the project file either', async () => {
    const folder = newFolder()
    const paths = ['//server/share/refs.bib', '\\\\server\\share\\refs.bib']
    writeFileSync(join(folder, '.stroma.yaml'), JSON.stringify({ bibliography: paths, retractions: paths }))
    writeFileSync(join(folder, 'paper.md'), 'Text.\n')
    const asked: string[] = []
    const files: Files = {
      ...nodeFiles,
      read: uri => {
        asked.push(uri)
        return nodeFiles.read(uri)
      },
    }
    const workspace = createWorkspace(files, { roots: [addressOf(folder)] })
    const { library } = await workspace.analysis(addressOf(folder, 'paper.md'))
    assert.deepEqual(
      library.sources.map(({ failure }) => failure),
      paths.map(
        path =>
          `The bibliography “${path}” is not a file of this machine; save it beside the manuscript and name it here.`,
      ),
    )
    assert.deepEqual(
      asked.filter(uri => uri.includes('server')),
      [],
    )
  })

  it('one that is replaced while it is read is read whole, before or after', async () => {
    const folder = newFolder()
    const at = join(folder, 'refs.bib')
    const versions = [SOUND.repeat(2000), OTHER.repeat(3000)]
    writeFileSync(at, versions[0]!)
    const read: Promise<string>[] = []
    for (let turn = 1; turn <= 20; turn++) {
      read.push(nodeFiles.read(addressOf(folder, 'refs.bib')).then(file => (isText(file) ? file.text : file.failure)))
      writeFileSync(`${at}.new`, versions[turn % 2]!)
      await new Promise(setImmediate)
      renameSync(`${at}.new`, at)
    }
    for (const text of await Promise.all(read)) assert.ok(versions.includes(text), text.slice(0, 100))
  })

  it('one that grows while it is read is read up to some place', async () => {
    const folder = newFolder()
    const at = join(folder, 'refs.bib')
    writeFileSync(at, SOUND)
    const read: Promise<string>[] = []
    for (let turn = 0; turn < 50; turn++) {
      read.push(nodeFiles.read(addressOf(folder, 'refs.bib')).then(file => (isText(file) ? file.text : file.failure)))
      appendFileSync(at, OTHER.repeat(100))
      await new Promise(setImmediate)
    }
    const whole = SOUND + OTHER.repeat(5000)
    for (const text of await Promise.all(read)) assert.ok(text !== '' && whole.startsWith(text), text.slice(0, 100))
  })
})
