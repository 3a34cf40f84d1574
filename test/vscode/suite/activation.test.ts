import assert from 'node:assert/strict'
import { commands, extensions } from 'vscode'

describe('activation', () => {
  it('starts', async () => {
    const extension = extensions.getExtension('stroma.stroma')
    assert.ok(extension, 'the editor does not know the extension')
    await extension.activate()
    assert.equal(extension.isActive, true)
  })

  it('offers its commands', async () => {
    const offered = new Set(await commands.getCommands(true))
    for (const name of ['insertCitation', 'showBibliographies', 'restartServer']) {
      assert.ok(offered.has(`stroma.${name}`), `stroma.${name} is missing`)
    }
  })
})
