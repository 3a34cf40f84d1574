import assert from 'node:assert/strict'
import { cslJson } from '../../../src/bibliography/readers/csl-json.ts'

const read = (text: string) => cslJson.read(text, 'file:///refs.json')
const messages = (text: string) => read(text).problems.map(problem => problem.message)

describe('CSL-JSON reader', () => {
  it('reads arrays and items, with the place of every id', () => {
    for (const wrap of [(list: string) => list, (list: string) => `{"version": 2, "items": ${list}}`]) {
      const text = wrap(
        '[{"id": "a", "title": "x } \\" {"}, {"issued": {"date-parts": [["2020"]], "id": "no"}, "id": 7}]',
      )
      const { references, problems } = read(text)
      assert.deepEqual(problems, [])
      assert.deepEqual(
        references.map(({ citekeySpan: { start, end } }) => text.slice(start, end)),
        ['a', '7'],
      )
      assert.deepEqual(references[1]!.item.issued!['date-parts'], [[2020]])
    }
  })

  it('keeps the sound items of a broken file, and says where it broke', () => {
    const text = '[{"id": "a", "title": "A",}, {"id": "b"}, ["c"], {"title": "nobody"}'
    const { references, problems } = read(text)
    assert.deepEqual(
      references.map(reference => reference.citekey),
      ['a', 'b'],
    )
    assert.deepEqual(
      problems.map(({ span }) => text.slice(span.start, span.end)),
      [',', '[', '"c"], {"title": "nobody"}', '{"title": "nobody"}', '}'],
    )
  })

  it('says when a JSON file is of another kind', () => {
    assert.match(messages('{"name": "stroma", "version": "1.0.0"}')[0]!, /no CSL bibliography/)
    assert.match(messages('3')[0]!, /no CSL bibliography/)
  })

  it('takes names and dates in any form', () => {
    const [reference] = read(
      '[{"id":"a","type":"book","author":["WHO",{"family":"Doe","given":3},null],"issued":"2020-05","volume":3}]',
    ).references
    assert.deepEqual(reference!.item, {
      id: 'a',
      type: 'book',
      author: [{ literal: 'WHO' }, { family: 'Doe', given: '3' }],
      issued: { 'date-parts': [[2020, 5]] },
      volume: '3',
    })
  })

  it('reads dates that are written out, and leaves what is none', () => {
    const dateOf = (date: string) => read(`[{"id":"a","issued":${date}}]`).references[0]!.item.issued
    const cases: readonly (readonly [string, object])[] = [
      ['{"raw":"2013-10-11"}', { 'date-parts': [[2013, 10, 11]] }],
      ['{"raw":"10/11/2013"}', { 'date-parts': [[2013, 10, 11]] }],
      ['{"literal":"2013-10/2014"}', { 'date-parts': [[2013, 10], [2014]] }],
      ['{"raw":"2013-2014"}', { 'date-parts': [[2013], [2014]] }],
      ['"Oct 11, 2013"', { 'date-parts': [[2013, 10, 11]] }],
      ['{"literal":"in press"}', { literal: 'in press' }],
      ['{"date-parts":[[2013]],"literal":"about 2013"}', { literal: 'about 2013', 'date-parts': [[2013]] }],
    ]
    for (const [date, expected] of cases) assert.deepEqual(dateOf(date), expected, date)
  })

  it('answers deep nesting and keys that objects have', () => {
    const deep = `[{"id":"a","x":${'['.repeat(100_000)}`
    assert.ok(read(deep).problems.length > 0)
    assert.deepEqual(
      read('[{"id":"__proto__","__proto__":{"x":1}}]').references.map(reference => reference.citekey),
      ['__proto__'],
    )
  })
})
