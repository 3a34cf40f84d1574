import assert from 'node:assert/strict'
import { reportOf } from '../../../src/cli/report.ts'
import { stylish } from '../../../src/cli/reporters/stylish.ts'
import { painter } from '../../../src/cli/terminal.ts'
import { fileReport, write } from './report.ts'

describe('the stylish format', () => {
  it('sets the findings of each file below its path', () => {
    const text = '\n\nSee [@a; @b].'
    const found = [
      { about: '@a', message: 'No reference has the citekey “a”.' },
      { about: '@b', message: 'Too close.', rule: 'x', severity: 'warning' as const },
    ]
    assert.equal(
      write('stylish', fileReport('paper.md', text, found), fileReport('clean.md', '', [])),
      [
        'paper.md',
        '   3:6  error    No reference has the citekey “a”.  unresolved-citation',
        '  3:10  warning  Too close.  x',
        '',
        '1 error, 1 warning in 2 files',
        '',
      ].join('\n'),
    )
  })

  it('sets more findings than a call can have arguments', () => {
    const found = Array.from({ length: 130_000 }, () => ({ about: 'x', message: 'm' }))
    assert.match(write('stylish', fileReport('a.md', 'x', found)), /130000 errors/)
  })

  it('says nothing where nothing was found', () => assert.equal(write('stylish', fileReport('paper.md', '', [])), ''))

  it('lets nothing from a file steer the terminal', () => {
    const found = [{ about: 'x', message: 'No \u001b[31m“key”\u009b1m\u202e\r\nhere\u0007.' }]
    const out = stylish(reportOf([fileReport('a\u001b]0;.md', 'x', found)]), painter(false))
    assert.equal(
      out,
      'a␛]0;.md\n  1:1  error    No ␛[31m“key”1m here␇.  unresolved-citation\n\n1 error, 0 warnings in 1 file\n',
    )
  })

  it('colours when it is asked to', () => {
    const out = stylish(reportOf([fileReport('a.md', 'x', [{ about: 'x', message: 'm' }])]), painter(true))
    assert.match(out, /\u001b\[31merror/)
  })
})
