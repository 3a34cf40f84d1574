import assert from 'node:assert/strict'
import { curlyQuotes } from '../../src/bibliography/quotation-marks.ts'

describe('quotation marks of titles', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['A "big" cell', 'A “big” cell'],
    ["A 'big' cell", 'A “big” cell'],
    ['A ‘big’ cell', 'A “big” cell'],
    [`What "the 'small' cell" does`, 'What “the ‘small’ cell” does'],
    ['What “the ‘small’ cell” does', 'What “the ‘small’ cell” does'],
    ["The cell's wall and 5' ends", 'The cell’s wall and 5’ ends'],
    ['A 3" tube', 'A 3" tube'],
    ['("big")', '(“big”)'],
    [
      `<span style="font-variant:small-caps;">"Big"</span> cells`,
      '<span style="font-variant:small-caps;">“Big”</span> cells',
    ],
    ['Plain', 'Plain'],
  ]
  for (const [text, expected] of cases) it(`are set in ${text}`, () => assert.equal(curlyQuotes(text), expected))

  it('take no longer where none closes', () => {
    const piece = `"a 'b `
    assert.ok(curlyQuotes(piece.repeat(50_000)).length >= 50_000)
  }).timeout(2000)
})
