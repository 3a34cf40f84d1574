import assert from 'node:assert/strict'
import type { Hover } from 'vscode-languageserver-protocol/node'
import { STYLE } from '../support/citation-style.ts'
import { startClient, type TestClient } from './client.ts'

const FILES = {
  'my.csl': STYLE,
  'refs.bib': '@article{smith2020, title = {Matrix}, author = {Smith, Ann}, journal = {Stroma}, year = 2020}\n',
  'paper.md': '---\nbibliography: refs.bib\ncsl: my.csl\n---\n\nKnown [@smith2020].\n',
}

describe('the programs that ship', () => {
  for (const program of [
    ['dist/server.cjs', '--stdio'],
    ['dist/stroma.js', 'server', '--stdio'],
  ]) {
    describe(program[0]!, () => {
      let client: TestClient
      before(async () => {
        client = await startClient({ files: FILES, program })
        await client.open('paper.md')
      })
      after(() => client.stop())

      it('carry the engine of citation styles', async () => {
        const place = client.at('paper.md', FILES['paper.md'].indexOf('smith2020'))
        const hover = await client.connection.sendRequest<Hover>('textDocument/hover', place)
        assert.match((hover.contents as { value: string }).value, /^Smith: “Matrix” \*Stroma\* \*\*2020\*\*/)
      })

      it('say which style references are shown in', async () => {
        const report = await client.connection.sendRequest('stroma/bibliographies', { uri: client.uri('paper.md') })
        assert.deepEqual((report as { style: unknown }).style, { path: 'my.csl' })
      })
    })
  }
})
