import assert from 'node:assert/strict'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'

const SIZE = 20_000

/** Texts that make readers slow or overflow their stacks: one thing again and again, mostly left open. */
const REPEATED = [
  ...[
    '[',
    '![',
    '^[',
    '[@a ',
    '[a](',
    '[a]{.b',
    '[^a]',
    '[@a; @b, p. 3] ',
    '@{',
    '@a [@b ',
    '["@a ',
    '*_',
    '*a_ ',
    '**a ',
  ],
  ...[
    '"a \'b ',
    '~~a ',
    '^a',
    '`',
    '$a ',
    '> ',
    '* ',
    '1. ',
    '- - - a\n',
    ':::a\n',
    '<div>',
    '<span>',
    '<a b="',
    '<!-- ',
  ],
  ...['<http://', '\\a{', '\\begin{a}', '```\n\n~~~\n\n', '---\nfoo\n\n', '---\na: b\n', 'a\n\n:   b\n\n', ': a\n\n'],
  ...['{', '|', '&', 'a\n', 'word and ', '[^a]: x [^a]\n\n', '|a|b|\n|-|-|\n', '+-+-+\n|a|b|\n', '\u0000', '\ud800'],
]

describe('hostile text', () => {
  for (const part of REPEATED) {
    it(`such as ${JSON.stringify(part)} again and again is read`, () => {
      const text = part.repeat(SIZE / part.length)
      const { prose, citations } = readManuscript(text, 'pandoc')
      assert.equal(prose.length, text.length)
      for (const { span } of citations) assert.ok(span.start < span.end && span.end <= text.length)
    })
  }

  it('such as many brackets, closed, around a citation is read', () => {
    const text = `${'['.repeat(SIZE / 2)}@a${']'.repeat(SIZE / 2)}`
    assert.deepEqual(
      readManuscript(text, 'pandoc').citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)),
      ['a'],
    )
  })
})
