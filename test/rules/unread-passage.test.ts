import assert from 'node:assert/strict'
import { checkDiagnostics, open } from '../support/fixture.ts'

describe('unread-passage', () => {
  it('leaves front matter that does not parse to malformed-front-matter', () =>
    checkDiagnostics('//- paper.md\n---\ntitle: [a\n---\nText.\n', { only: 'unread-passage' }))

  it('tells of nesting that is followed no further, in a manuscript of MyST', async () => {
    const { workspace, uri } = open(`//- myst.yml\n//- paper.md\n${'> '.repeat(400)}text\n`)
    assert.deepEqual(
      (await workspace.diagnose(uri)).map(({ rule, span }) => [rule, span.start]),
      [['unread-passage', 0]],
    )
  })
})
