import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { nodeFiles } from '../src/workspace/node-files.ts'
import { createWorkspace } from '../src/workspace/workspace.ts'

describe('the example manuscript', () => {
  it('has the mistakes that its page tells of, and no other', async () => {
    const folder = pathToFileURL('examples/').href
    const workspace = createWorkspace(nodeFiles, { roots: [folder] })
    const found = await workspace.diagnose(`${folder}circulating-tumour-cells.md`)
    assert.deepEqual(found.map(({ rule }) => rule).sort(), [
      'abbreviation-before-definition',
      'inconsistent-spelling',
      'malformed-reference',
      'undefined-footnote',
      'unresolved-citation',
      'unresolved-cross-reference',
    ])
  })
})
