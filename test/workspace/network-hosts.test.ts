import assert from 'node:assert/strict'
import type { Files } from '../../src/workspace/files.ts'
import { allowHostOf, type Environment, isAllowedHost, networkHost } from '../../src/workspace/network-hosts.ts'
import { nodeFiles } from '../../src/workspace/node-files.ts'
import { createWorkspace } from '../../src/workspace/workspace.ts'

describe('the host of a path', () => {
  const cases = [
    [String.raw`\\Server\share\refs.bib`, 'server'],
    ['//server/share/refs.bib', 'server'],
    [String.raw`\/server\share`, 'server'],
    ['file://server/share/refs.bib', 'server'],
    ['FILE://Server/share', 'server'],
    [String.raw`\\?\UNC\evil\share`, '?'],
    ['file:///C:/refs.bib', undefined],
    [String.raw`C:\refs.bib`, undefined],
    ['/home/refs.bib', undefined],
    ['refs.bib', undefined],
  ] as const
  for (const [path, host] of cases) it(`of ${path} is ${host}`, () => assert.equal(networkHost(path), host))
})

describe('a host', () => {
  it('is allowed by name, in any case, and no other by it', () => {
    const environment = { NODE_UNC_HOST_ALLOWLIST: String.raw`Server-A\ server-b ` }
    assert.deepEqual(
      ['server-a', 'server-b', 'server', 'a', '', '?', '.', 'server-a@ssl'].filter(host =>
        isAllowedHost(host, environment),
      ),
      ['server-a', 'server-b'],
    )
    assert.equal(isAllowedHost('server', {}), false)
  })

  it('is allowed where the author has taken the check away, but a device is no host', () => {
    const environment = { NODE_DISABLE_UNC_ACCESS_CHECKS: '1' }
    assert.deepEqual(
      ['server', '?', '.', ''].filter(host => isAllowedHost(host, environment)),
      ['server'],
    )
  })

  it('is allowed once the author has opened a folder on it', () => {
    const environment: Environment = { NODE_UNC_HOST_ALLOWLIST: 'other' }
    allowHostOf('file:///home/paper/', environment)
    allowHostOf('file://Server/share/paper/', environment)
    allowHostOf(String.raw`\\server\share`, environment)
    assert.equal(environment.NODE_UNC_HOST_ALLOWLIST, String.raw`other\server`)
  })
})

describe('a bibliography on a network share', () => {
  const BIB = '@article{a, title = {T}}'

  /** What a manuscript that names two hosts makes of it, and the hosts that were asked. */
  async function asked(folder: string, reaches: Files['reaches']) {
    const hosts = new Set<string>()
    const paper = `---\nbibliography: ['\\\\\\\\server\\\\share\\\\refs.bib', //evil/share/refs.bib, near.bib]\n---\n[@a]\n`
    const texts = new Map([
      [`${folder}paper.md`, paper],
      [`${folder}near.bib`, BIB],
      ['file://server/share/refs.bib', BIB],
    ])
    const note = (uri: string): void => {
      const host = networkHost(uri)
      if (host) hosts.add(host)
    }
    const files: Files = {
      ...(reaches && { reaches }),
      async read(uri) {
        note(uri)
        const text = texts.get(uri)
        return text === undefined ? { failure: 'was not found', missing: true } : { text, bom: false }
      },
      async kind(uri) {
        note(uri)
        return texts.has(uri) ? 'file' : undefined
      },
      async list(uri) {
        note(uri)
        return []
      },
    }
    const { library } = (await createWorkspace(files, { roots: [folder] }).inspect(`${folder}paper.md`)).analysis
    return {
      hosts: [...hosts],
      sources: library.sources.map(({ failure, bibliography }) => failure ?? bibliography!.references.length),
    }
  }

  it('is read from a host that the author has allowed, and from no other', async () => {
    const { hosts, sources } = await asked('file:///c:/paper/', host => host === 'server')
    assert.deepEqual(hosts, ['server'])
    assert.match(String(sources[1]), /is on “evil”, which Stroma does not ask.*security\.allowedUNCHosts/)
    assert.deepEqual([sources[0], sources[2]], [1, 1])
  })

  it('is not asked for where the author has allowed nothing', async () => {
    for (const reaches of [() => false, undefined]) {
      const { hosts, sources } = await asked('file:///c:/paper/', reaches)
      assert.deepEqual(hosts, [])
      assert.equal(sources[2], 1)
    }
  })

  it('is found beside a manuscript on the share', async () => {
    const { hosts, sources } = await asked('file://server/home/paper/', host => host === 'server')
    assert.deepEqual(hosts, ['server'])
    assert.equal(sources[2], 1)
  })

  it('is nothing that this system knows, unless it is Windows', function () {
    if (process.platform === 'win32') this.skip()
    assert.equal(nodeFiles.reaches, undefined)
    assert.equal(nodeFiles.allow, undefined)
  })
})
