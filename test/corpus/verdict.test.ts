import assert from 'node:assert/strict'
import type { Field } from './fields/comparable.ts'
import { verdictOf } from './fields/verdict.ts'
import type { Testimony } from './fields/witnesses/witness.ts'

const verdict = (field: Field, theirs: string, ours: string, testimony: Testimony) =>
  verdictOf({ format: '', path: '', key: '', source: '', text: '', field, theirs, ours }, testimony)

describe('the judge of witnesses', () => {
  it('asks only for what is in dispute, from strict to free', () => {
    const title = (said: string) =>
      verdict('title', 'Statistical models in', 'Statistical models in R', { title: said })
    assert.equal(title('Statistical Models in R'), 'Stroma')
    assert.equal(title('Statistical Models in'), 'Pandoc')
    assert.equal(title('Statistical Models in \\proglang{S}'), 'neither')
    const formula = (said: string) =>
      verdict('title', 'At 200 J and $\\mu$', 'At 200 $\\mu$J and $\\mu$', { title: said })
    assert.equal(formula('At 200 µJ and µ'), 'Stroma')
    assert.equal(formula('At 200 J and µ'), 'Pandoc')
  })

  it('judges capitals only where a witness has one of the two readings', () => {
    const title = (said: string) => verdict('title', 'Cells in uganda.', 'Cells in Uganda', { title: said })
    assert.equal(title('Cells in Uganda.'), 'Stroma')
    assert.equal(title('Cells in uganda'), 'Pandoc')
  })

  it('looks at those names that are read differently', () => {
    const [theirs, ours] = [
      'family=Doe given=Ann; family=Roe given=P.',
      'family=Doe given=Ann; family=Roe given=P. suffix=Jr.',
    ]
    const author = (...names: readonly object[]) => verdict('author', theirs, ours, { author: names })
    const other = { family: 'Doe', given: 'Anna' }
    assert.equal(author(other, { family: 'Roe', given: 'P', suffix: 'Jr' }), 'Stroma')
    assert.equal(author(other, { family: 'Roe', given: 'P' }), 'Pandoc')
    assert.equal(author(other, { family: 'Poe', given: 'P' }), 'neither')
  })

  it('says nothing for a witness that does not read the entry', () => {
    assert.equal(verdict('year', '', '1948', undefined), 'neither')
    assert.equal(verdict('year', '', '1948', { issued: { 'date-parts': [[1948, 7]] } }), 'Stroma')
  })
})
