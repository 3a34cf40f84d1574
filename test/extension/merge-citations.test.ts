import assert from 'node:assert/strict'
import { mergeCitations } from '../../src/extension/merge-citations.ts'

const merged = (...insertions: [citekey: string, insertText: string][]) =>
  mergeCitations(insertions.map(([citekey, insertText]) => ({ citekey, insertText })))

describe('merging citations', () => {
  it('leaves one alone', () => assert.equal(merged(['a', '[@a]']), '[@a]'))

  it('puts several into one group', () => {
    assert.equal(merged(['a', '[@a]'], ['b', '[@b]'], ['c/d', '[@{c/d}]']), '[@a; @b; @{c/d}]')
  })

  it('goes on in a group that is open', () => assert.equal(merged(['a', '; @a'], ['b', '; @b']), '; @a; @b'))

  it('separates the keys of a role by commas', () => {
    assert.equal(merged(['a', '{cite:p}`a`'], ['b', '{cite:p}`b`']), '{cite:p}`a,b`')
  })

  it('takes a key for itself where the text around it holds the same letters', () => {
    assert.equal(merged(['e', '{cite:p}`e`'], ['p', '{cite:p}`p`']), '{cite:p}`e,p`')
  })

  it('goes on behind an @ that is there already', () => {
    const both = [
      { citekey: 'a', insertText: 'a' },
      { citekey: 'c/d', insertText: '{c/d}' },
    ]
    assert.equal(mergeCitations(both, 'as in [@'), 'a; @{c/d}')
  })

  it('goes on behind an @{ that is there already', () => {
    const both = ['a', 'b'].map(citekey => ({ citekey, insertText: `${citekey}}` }))
    assert.equal(mergeCitations(both, '[@{'), 'a}; @{b}')
  })

  it('gives nothing for nothing', () => assert.equal(merged(), ''))
})
