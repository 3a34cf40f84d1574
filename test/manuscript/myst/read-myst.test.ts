import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DIALECTS, interpret } from '../../../src/manuscript/dialects/interpret.ts'
import { readFrontMatter } from '../../../src/manuscript/front-matter.ts'
import { readMyst } from '../../../src/manuscript/myst/read-myst.ts'
import { slice } from '../../../src/text/span.ts'

const read = (text: string) => {
  const frontMatter = readFrontMatter(text)
  const reading = readMyst(text, frontMatter)
  return { text, reading, ...interpret(text, reading, frontMatter, DIALECTS.myst) }
}
const keys = (text: string) => read(text).reading.citations.flatMap(({ items }) => items.map(({ citekey }) => citekey))
const labels = (text: string) => read(text).labels.map(({ label, kind }) => `${kind} ${label}`)
const references = (text: string) =>
  read(text).crossReferences.map(({ label, labelSpan }) => [label, slice(text, labelSpan)])

describe('readMyst', () => {
  it('reads what stands in directives, however deep', () => {
    const text =
      '::::{note} As in @a\n:class: wide\n\n:::{figure} flow.png\n:label: fig-flow\nFlow [@b].\n:::\n@c\n::::\n@d\n'
    assert.deepEqual(keys(text), ['a', 'b', 'c', 'd'])
    assert.deepEqual(labels(text), ['figure fig-flow'])
    assert.deepEqual(
      read(text).reading.images.map(({ destination }) => destination?.value),
      ['flow.png'],
    )
  })

  it('reads no citation in code, maths, comments and targets', () => {
    assert.deepEqual(keys('% @a\n(b@c)=\n+++ @d\n\n```python\n@e\n```\n$$\n@f\n$$ (g)\n$@h$ `@i` <!-- @j -->'), [])
  })

  it('goes on after an equation with a label', () => {
    const text = '$$\nx\n$$ (eq-x)\n\nAs {eq}`eq-x` and @smith say.\n'
    assert.deepEqual(labels(text), ['equation eq-x'])
    assert.deepEqual(keys(text), ['smith'])
    assert.deepEqual(references(text), [['eq-x', 'eq-x']])
  })

  it('takes what names a target for a cross-reference', () => {
    const text = '(methods)=\n# Methods\n\nSee @methods, @smith, [](#Methods) and {ref}`the methods <methods>`.\n'
    assert.deepEqual(labels(text), ['section methods'])
    assert.deepEqual(references(text), [
      ['methods', 'methods'],
      ['methods', 'Methods'],
      ['methods', 'methods'],
    ])
    const items = read(text).citations.flatMap(citation => citation.items)
    assert.deepEqual(
      items.map(({ crossReference }) => crossReference),
      [true, false],
    )
  })

  it('sees from inside a directive what is defined outside', () => {
    const { reading } = read('```{note}\n[text][site] and[^n]\n```\n\n[site]: https://example.org\n\n[^n]: Note.\n')
    assert.deepEqual(
      reading.links.map(({ destination }) => destination?.value),
      ['https://example.org'],
    )
    assert.deepEqual(
      reading.footnotes.references.map(({ label }) => label),
      ['n'],
    )
  })

  for (const lineEnd of ['\n', '\r\n', '\r']) {
    it(`keeps places in quotes, lists and tables with ${JSON.stringify(lineEnd)} line ends`, () => {
      const text = [
        '---',
        'title: T',
        '---',
        '> 😀 quoted [see @a;',
        '> @b]',
        '',
        '- item @c',
        '  [p. 3]',
        '',
        '  ```{note}',
        '  in @d',
        '  ```',
        '',
        '| 細胞 | b |',
        '|---|---|',
        '| @e | [@f] |',
        '',
      ].join(lineEnd)
      const items = read(text).reading.citations.flatMap(citation => citation.items)
      assert.deepEqual(
        items.map(({ citekeySpan }) => slice(text, citekeySpan)),
        ['a', 'b', 'c', 'd', 'e', 'f'],
      )
      assert.deepEqual(
        items.map(({ citekey }) => citekey),
        ['a', 'b', 'c', 'd', 'e', 'f'],
      )
    })
  }

  it('answers hostile input with a problem and still reads citations', () => {
    for (const hostile of [
      '['.repeat(20_000),
      '> '.repeat(20_000),
      '*a_ '.repeat(10_000),
      `${'- '.repeat(9_999)}+ `,
      '[^a]'.repeat(9_999),
    ]) {
      const { reading } = read(`${hostile} @smith\n\nThen @doe.\n`)
      assert.equal(reading.problems.length, 1, hostile.slice(0, 4))
      assert.equal(reading.citations.at(-1)?.items[0]?.citekey, 'doe')
    }
    assert.deepEqual(keys(`${'$$ a\n'.repeat(20_000)}\n@a`), ['a'])
    assert.deepEqual(keys('---\n'.repeat(5_000)), [])
  })

  it('keeps a directive that is not closed within the text', () => {
    const text = '[^n]: :::{tip} @t\n```{note}\n```{note}\n[^n]: '
    for (const { span, body } of read(text).reading.directives)
      assert.ok(span.end <= text.length && body.end <= text.length)
  })

  it('gives spans that hold what they say, whatever is written', () => {
    const pieces = [
      '@a1',
      '[@b; see @c, p. 3]',
      '{cite:p}`d,e`',
      '```{note}\n',
      '```\n',
      ':::{tip} @t\n',
      ':::\n',
      '> ',
      '- ',
      '\n',
      '\n\n',
      ' ',
      '$',
      '`',
      '[',
      ']',
      '\\',
      '| ',
      '|---|\n',
      '😀',
      '(x)=\n',
      '[](#x)',
      '[^n]',
      '[^n]: ',
      '$$\n',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 25 }), parts => {
        const text = parts.join('')
        const { reading, labels, crossReferences } = read(text)
        for (const { span, items } of reading.citations) {
          for (const { citekey, citekeySpan } of items) {
            assert.equal(slice(text, citekeySpan), citekey)
            assert.ok(span.start <= citekeySpan.start && citekeySpan.end <= span.end)
          }
        }
        for (const { label, span } of labels) assert.equal(slice(text, span).toLowerCase(), label)
        for (const { label, labelSpan } of crossReferences) assert.equal(slice(text, labelSpan).toLowerCase(), label)
        for (const { start, end } of reading.nonProse) assert.ok(0 <= start && start <= end && end <= text.length)
      }),
      { numRuns: 600 },
    )
  })
})
