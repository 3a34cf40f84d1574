import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { GENERAL_SETTINGS } from '../src/config/settings.ts'
import { OUTPUTS } from '../src/generate/outputs.ts'

describe('generated files', () => {
  for (const [path, output] of Object.entries(OUTPUTS)) {
    it(`${path} is fresh`, () => {
      const present = readFileSync(path, 'utf8')
      assert.ok(output(present) === present, `${path} is not what it is generated from; run npm run generate`)
    })
  }

  it('has a page for no rule that is not there', () => {
    const stray = readdirSync('docs/rules').filter(name => !(`docs/rules/${name}` in OUTPUTS))
    assert.deepEqual(stray, [])
  })

  it('has no setting whose key begins another, which VS Code cannot keep apart', () => {
    const keys = [...Object.keys(GENERAL_SETTINGS), 'rules'].map(name => `stroma.${name}`)
    for (const key of keys) assert.ok(!keys.some(other => other.startsWith(`${key}.`)), key)
  })
})
