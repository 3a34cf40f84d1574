import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readPack } from '../../src/lexicon/read-pack.ts'

const HEAD = 'schemaVersion: 1\nid: own\ntitle: Own terms\nversion: "1"\nlicence: CC0-1.0\n'

/** What is complained of, as “the text at the place: the message”. */
const complaints = (text: string) =>
  readPack(text, 'own.yaml').problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end).trim()}: ${message}`,
  )

describe('readPack', () => {
  it('reads a pack in YAML, with short and long surface forms', () => {
    const { source, concepts, problems } = readPack(
      `${HEAD}concepts:
  - id: anoikis
    label: anoikis
    category: process
    surfaceForms: [anoikis, { text: detachment-induced death, kind: synonym, ambiguous: true }]
`,
      'own.yaml',
    )
    assert.deepEqual(problems, [])
    assert.equal(source.id, 'own')
    assert.deepEqual(concepts[0]?.surfaceForms, [
      { text: 'anoikis', kind: 'synonym' },
      { text: 'detachment-induced death', kind: 'synonym', ambiguous: true },
    ])
  })

  it('takes the label for a surface form', () => {
    const { concepts } = readPack(`${HEAD}concepts: [{ id: a, label: anoikis, category: process }]`, 'own.yaml')
    assert.deepEqual(concepts[0]?.surfaceForms, [{ text: 'anoikis', kind: 'preferred' }])
  })

  it('leaves out a concept whose id is taken, at its place', () => {
    const text = `${HEAD}concepts:\n  - { id: a, label: first }\n  - { id: a, label: second }\n`
    assert.deepEqual(
      readPack(text, 'own.yaml').concepts.map(({ label }) => label),
      ['first'],
    )
    assert.deepEqual(complaints(text), ['a: The id “a” is taken by an earlier concept; this one is left out.'])
  })

  it('leaves out a relation to nothing and proposes the concept meant', () => {
    const text = `${HEAD}concepts:
  - { id: niche, label: niche, relations: [{ relation: in, concept: nich, place: abstract }, { relation: in, concept: niche, place: abstract }] }`
    assert.equal(readPack(text, 'own.yaml').concepts[0]?.relations.length, 1)
    assert.match(complaints(text)[0]!, /^\{ relation: in, concept: nich.*Is it “niche”\?$/)
  })

  it('leaves out a surface form of one letter and keeps the rest', () => {
    const text = `${HEAD}concepts: [{ id: a, label: anoikis, surfaceForms: [a, anoikis] }]`
    assert.equal(readPack(text, 'own.yaml').concepts[0]?.surfaceForms.length, 1)
    assert.match(complaints(text)[0]!, /^a: The surface form “a” is one character long/)
  })

  it('tells of misspelt fields, missing places and unknown kinds', () => {
    const text = `${HEAD}concepts:
  - id: a
    label: anoikis
    statement: [x]
    statements: [{ text: no place }]
    surfaceForms: [{ text: anoikis, kind: synonim }]
`
    const found = complaints(text)
    assert.equal(found.length, 3)
    assert.match(found[0]!, /no field “statement”.*Is it “statements”\?/)
  })

  it('gives the place in JSON as well', () => {
    const text = JSON.stringify({
      schemaVersion: 1,
      id: 'own',
      title: 'Own',
      version: '1',
      licence: 'CC0-1.0',
      concepts: [{ id: 'a', label: 'anoikis', surfaceForms: ['x'] }],
    })
    assert.match(complaints(text)[0]!, /^"x": The surface form “x”/)
  })

  it('survives what is not a pack', () => {
    for (const text of ['', '[]', '{', 'a: [', '\u0000\u0001', '"text"', 'concepts: 3', '- &a [*a]', '{{{{{{{{']) {
      const { concepts, problems } = readPack(text, 'own.yaml')
      assert.deepEqual(concepts, [])
      assert.ok(problems.length > 0, text)
    }
  })

  it('survives deep nesting', () => {
    const { problems } = readPack('['.repeat(10_000), 'own.json')
    assert.ok(problems.length > 0)
  })

  it('never throws, and every place is inside the text', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (concept, field) => {
        const text = JSON.stringify({ id: field, concepts: [concept, { id: 'a', label: 'aa', surfaceForms: field }] })
        for (const { span } of readPack(text, 'own.json').problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length)
        }
      }),
    ))
})
