import assert from 'node:assert/strict'
import { cslYaml } from '../../../src/bibliography/readers/csl-yaml.ts'
import { inlineReferences } from '../../../src/bibliography/readers/inline.ts'

const read = (text: string) => cslYaml.read(text, 'refs.yaml')

describe('CSL-YAML reader', () => {
  it('reads lists and references:, with Markdown in titles', () => {
    for (const [head, indent] of [
      ['---\nreferences:\n', ''],
      ['references:\n', '  '],
      ['', ''],
    ] as const) {
      const text = `${head}${indent}- type: book\n${indent}  id: doe2020\n${indent}  title: On *Mus musculus* and CO~2~\n${indent}  issued: 2020-05\n\n${indent}- {id: 7, issued: [{year: 2019, month: 2}]}\n...\n`
      const { references, problems } = read(text)
      assert.deepEqual(problems, [], text)
      assert.deepEqual(
        references.map(({ citekeySpan: { start, end } }) => text.slice(start, end)),
        ['doe2020', '7'],
      )
      assert.equal(references[0]!.item.title, 'On <i>Mus musculus</i> and CO<sub>2</sub>')
      assert.deepEqual(references[1]!.item.issued, { 'date-parts': [[2019, 2]] })
    }
  })

  it('ends with the document, whatever stands behind it', () => {
    for (const end of [
      '---\n',
      '...\n',
      '---\n\nThe text of a manuscript [@a]: *x\n',
      '---\nreferences:\n- id: c\n---\n',
    ]) {
      const { references, problems } = read(`---\nreferences:\n- id: a\n  title: A\n- id: b\n${end}`)
      assert.deepEqual([references.map(({ citekey }) => citekey), problems], [['a', 'b'], []], end)
    }
  })

  it('loses one item to a fault', () => {
    const text = 'references:\n- id: a\n  title: "unclosed\n- id: b\n- title: nobody\n- id: c\n'
    const { references, problems } = read(text)
    assert.deepEqual(
      references.map(reference => reference.citekey),
      ['a', 'b', 'c'],
    )
    assert.equal(problems.length, 2)
    assert.ok(problems[0]!.span.start < text.indexOf('- id: b'))
  })

  it('answers bombs and other YAML with a problem', () => {
    const bomb = `- id: a\n  x: &a [1,2,3]\n  b: &b [${'*a,'.repeat(99)}*a]\n  c: [${'*b,'.repeat(99)}*b]\n`
    assert.equal(read(bomb).problems.length, 1)
    assert.match(read('title: Notes\nauthor: Me\n').problems[0]!.message, /no CSL bibliography/)
    assert.equal(read(`- id: a\n  x: ${'['.repeat(20_000)}\n`).problems.length, 1)
    assert.match(read(`- id: a\n  x: ${'&a '.repeat(5000)}\n`).problems[0]!.message, /nested too deeply/)
  })

  it('reads a reference with thousands of authors', () => {
    const authors = Array.from(
      { length: 4000 },
      (_, index) => `  - family: Doe${index}\n    given: Ann Berta Cecilia Dora\n`,
    )
    const { references, problems } = read(`- id: a\n  author:\n${authors.join('')}`)
    assert.deepEqual([references[0]!.item.author!.length, problems], [4000, []])
  })
})

describe('inline references', () => {
  it('have their key in the manuscript', () => {
    const text = '---\nreferences:\n- id: doe\n  title: "*A* b"\n---\n'
    const [reference, ...rest] = inlineReferences(
      [
        { value: { id: 'doe', title: '*A* b' }, span: { start: 16, end: 41 } },
        { value: { title: 'no key' }, span: { start: 0, end: 1 } },
      ],
      'paper.md',
      text,
    )
    assert.equal(rest.length, 0)
    assert.equal(text.slice(reference!.citekeySpan.start, reference!.citekeySpan.end), 'doe')
    assert.equal(reference!.item.title, '<i>A</i> b')
  })
})
