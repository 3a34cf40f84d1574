import assert from 'node:assert/strict'
import { RULES } from '../../src/rules/index.ts'
import { stroma } from './support.ts'

describe('stroma explain', () => {
  it('lists every rule', async () => {
    const { status, out } = await stroma('.', ['explain'])
    assert.equal(status, 0)
    for (const { id, summary } of RULES) assert.ok(out.includes(id) && out.includes(summary), id)
  })

  it('says why a rule is there, with its options and examples', async () => {
    const rule = RULES.find(({ id }) => id === 'unresolved-citation')!
    const { status, out } = await stroma('.', ['explain', rule.id])
    assert.equal(status, 0)
    for (const text of [rule.summary, rule.why, 'ignore (default [])', rule.examples[0]!.shows, '[@smith2002]']) {
      assert.ok(out.includes(text), text)
    }
  })

  it('proposes the rule that was meant', async () => {
    const { status, out, err } = await stroma('.', ['explain', 'unresolved-citatoin'])
    assert.equal(status, 2)
    assert.equal(out, '')
    assert.match(err, /There is no rule “unresolved-citatoin”\. Did you mean “unresolved-citation”\?/)
  })
})
