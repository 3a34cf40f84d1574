import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../../src/config/read-configuration.ts'
import { folderWith, stroma } from './support.ts'

describe('stroma init', () => {
  it('writes a project file that can be read', async () => {
    const folder = folderWith({})
    assert.equal((await stroma(folder, ['init'])).status, 0)
    const text = readFileSync(join(folder, '.stroma.yaml'), 'utf8')
    assert.deepEqual(readConfiguration(text).problems, [])
  })

  for (const name of ['.stroma.yaml', '.stroma.json']) {
    it(`leaves a ${name} as it is`, async () => {
      const folder = folderWith({ [name]: '{}' })
      const { status, err } = await stroma(folder, ['init'])
      assert.equal(status, 2)
      assert.match(err, /is there already/)
      assert.equal(readFileSync(join(folder, name), 'utf8'), '{}')
    })
  }
})
