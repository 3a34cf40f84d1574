import assert from 'node:assert/strict'
import { suppressions } from '../../src/rules/suppressions.ts'

const read = (text: string) => {
  const comments = [...text.matchAll(/<!--([\s\S]*?)-->/g)].map(found => ({
    value: found[1]!,
    span: { start: found.index, end: found.index + found[0].length },
  }))
  return suppressions({ text, comments })
}

describe('suppressions', () => {
  it('silences the next line only', () => {
    const text = '<!-- stroma-disable-next-line a, b: known -->\r\nfirst\r\nsecond'
    const suppressed = read(text)
    assert.equal(suppressed('a', text.indexOf('first')), true)
    assert.equal(suppressed('b', text.indexOf('first') + 4), true)
    assert.equal(suppressed('c', text.indexOf('first')), false)
    assert.equal(suppressed('a', text.indexOf('second')), false)
  })

  it('silences from disable to enable, each rule for itself', () => {
    const text = '<!-- stroma-disable a b -->one<!-- stroma-enable a -->two<!-- stroma-enable -->three'
    const suppressed = read(text)
    assert.deepEqual(
      ['one', 'two', 'three'].map(word => suppressed('a', text.indexOf(word))),
      [true, false, false],
    )
    assert.deepEqual(
      ['one', 'two', 'three'].map(word => suppressed('b', text.indexOf(word))),
      [true, true, false],
    )
  })

  it('takes a comment without a rule for all rules, and a reason for no rule', () => {
    assert.equal(read('x <!-- stroma-disable-line: because of a -->')('z', 0), true)
    assert.equal(read('x\n<!-- stroma-disable-file a: generated -->')('a', 0), true)
    assert.equal(read('<!-- stroma-disabled a -->x')('a', 27), false)
  })

  it('silences nothing when the comment ends the file', () =>
    assert.equal(read('x\n<!-- stroma-disable-next-line a -->')('a', 0), false))
})
