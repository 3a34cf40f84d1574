import assert from 'node:assert/strict'
import fc from 'fast-check'
import { closest, editDistance } from '../../src/text/closest.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { fold } from '../../src/text/fold.ts'
import { lineIndex } from '../../src/text/line-index.ts'
import { memo } from '../../src/text/memo.ts'

describe('lineIndex', () => {
  it('counts lines at every kind of line end', () => {
    const { positionAt, lineCount } = lineIndex('a\r\nb\rc\nd')
    assert.equal(lineCount, 4)
    assert.deepEqual(positionAt(3), { line: 2, column: 1 })
    assert.deepEqual(positionAt(7), { line: 4, column: 1 })
  })

  it('gives back every offset that is not inside a line end', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '𝛼', '\n', '\r\n', '\r')), parts => {
        const text = parts.join('')
        const { positionAt, offsetAt } = lineIndex(text)
        for (let offset = 0; offset <= text.length; offset++) assert.equal(offsetAt(positionAt(offset)), offset)
      }),
    ))
})

describe('applyEdits', () => {
  it('makes edits in any order and leaves out what overlaps', () => {
    const edits = [
      { span: { start: 4, end: 7 }, newText: 'C' },
      { span: { start: 0, end: 1 }, newText: 'A' },
      { span: { start: 5, end: 6 }, newText: 'lost' },
    ]
    const { text, skipped } = applyEdits('a b cde f', edits)
    assert.equal(text, 'A b C f')
    assert.equal(skipped.length, 1)
  })
})

describe('closest', () => {
  it('proposes the key that differs by a slip', () => {
    assert.equal(closest('smtih2020', ['doe2019', 'smith2020']), 'smith2020')
    assert.equal(closest('Müller2020', ['mueller1999', 'muller2020']), 'muller2020')
  })
  it('counts errors as a comparison of everything does', () => {
    const distance = (a: string, b: string): number => {
      if (a === '' || b === '') return a.length + b.length
      const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] ? distance(a.slice(2), b.slice(2)) + 1 : 99
      return Math.min(
        distance(a.slice(1), b) + 1,
        distance(a, b.slice(1)) + 1,
        distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
        swapped,
      )
    }
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, bound) => {
        const exact = distance(a, b)
        assert.equal(editDistance(a, b), exact)
        const bounded = editDistance(a, b, bound)
        assert.ok(bounded === exact || (bounded >= bound && bounded <= exact))
      }),
    )
  })
  it('compares words of any length', () => {
    const long = 'ab'.repeat(200)
    assert.equal(editDistance(`x${long}y`, `z${long}w`), 2)
    assert.equal(editDistance(`x${'a'.repeat(300)}y`, `z${'b'.repeat(300)}w`), 302)
  })
  it('proposes nothing when nothing is near', () => assert.equal(closest('smith2020', ['roe1845', 'x']), undefined))
})

describe('fold', () => {
  it('drops accents and case', () => assert.equal(fold('Łukasz MÜLLER Ångström'), 'lukasz muller angstrom'))
})

describe('memo', () => {
  it('computes again only when an input is another object', () => {
    let runs = 0
    const length = memo((list: string[]) => {
      runs++
      return list.length
    })
    const list = ['a']
    assert.equal(length(list), 1)
    assert.equal(length(list), 1)
    assert.equal(runs, 1)
    length(['a'])
    assert.equal(runs, 2)
  })

  it('keeps the earlier result when the new one says the same', () => {
    const sorted = memo(
      (list: string[]) => [...list].sort(),
      (a, b) => a.join() === b.join(),
    )
    const first = sorted(['b', 'a'])
    assert.equal(sorted(['a', 'b']), first)
  })
})
