import assert from 'node:assert/strict'
import { RULES } from '../../src/rules/index.ts'
import { checkDiagnostics } from '../support/fixture.ts'

describe('rules', () => {
  it('stand in alphabetical order, each once', () => {
    const ids = RULES.map(({ id }) => id)
    assert.deepEqual(ids, [...new Set(ids)].sort())
  })

  for (const rule of RULES) {
    it(`${rule.id} says what it is`, () => {
      assert.match(rule.id, /^[a-z]+(-[a-z]+)*$/)
      assert.match(rule.summary, /\.$/)
      assert.match(rule.why, /\.$/)
    })
    for (const { shows, files } of rule.examples) {
      it(`${rule.id} reports ${shows}, as its page says`, () => checkDiagnostics(files, { only: rule.id }))
    }
  }
})
