import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { DialectName, Manuscript } from '../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'
import { generate } from '../differential/generate.ts'

/** What a key or a paste may put in: much of it opens or closes a construct. */
const INSERTED = fc.constantFrom(
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '> ',
    '# ',
    '```',
    '```\n',
    '~~~\n',
    '$',
    '$$',
    '<!--',
    '-->',
    '[',
    ']',
  ],
  ...[
    '(',
    ')',
    '{',
    '}',
    '*',
    '_',
    '`',
    '@',
    '@k9',
    '[@k9; @k8]',
    '[^lab]',
    '[^lab]: note @k7\n\n',
    '[ref]: u\n\n',
    '---',
  ],
  ...[
    '(@lab) x\n',
    ':::',
    '::: {.a}\n',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<div @x>',
    '<script>',
    '<style>',
    '--!>',
    '|',
    '---|---\n',
    ': ',
    '\\',
    '\\begin{x}',
  ],
  ...[
    '\\end{x}',
    '"',
    "'",
    '\t',
    '\r\n',
    '---\ntitle: "@t"\n---\n',
    '===\n',
    '...',
    '<a href="',
    '%',
    '&quot;',
    ';',
    '\u200b',
  ],
)

const EDIT = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 80 })),
  inserted: fc.oneof({ weight: 3, arbitrary: INSERTED }, fc.constant('')),
})

const START = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 10 }), fc.boolean())
  .map(([seeds, head]) => `${head ? '---\ntitle: "A @t0"\n---\n\n' : ''}${seeds.map(generate).join('\n\n')}\n`)

/** Longer than the part of a text that is looked at for one change. */
const LONG = fc
  .integer({ min: 1, max: 1e6 })
  .map(seed => Array.from({ length: 250 }, (_, index) => generate(seed + index)).join('\n\n'))

const LISTS = [
  ...([
    'prose',
    'blocks',
    'citations',
    'labels',
    'crossReferences',
    'footnotes',
    'headings',
    'links',
    'images',
  ] as const),
  ...(['linkDefinitions', 'comments', 'rawTex', 'problems', 'frontMatter'] as const),
]

const contents = (manuscript: Manuscript) => LISTS.map(list => [list, manuscript[list]])

describe('a manuscript read again after a change', function () {
  this.timeout(120_000)

  for (const dialect of ['pandoc', 'rmarkdown'] satisfies DialectName[]) {
    it(`is what reading all of it gives, as ${dialect}`, () => check(START, dialect, 100))
  }

  it('is what reading all of it gives, when it is long', () => check(LONG, 'pandoc', 2))
})

function check(starts: fc.Arbitrary<string>, dialect: DialectName, runs: number): void {
  const property = fc.property(starts, fc.array(EDIT, { minLength: 5, maxLength: 25 }), (start, edits) => {
    let text = start
    let manuscript = readManuscript(text, dialect)
    for (const { place, removed, inserted } of edits) {
      const at = Math.floor(place * text.length)
      text = text.slice(0, at) + inserted + text.slice(at + removed)
      manuscript = readManuscript(text, dialect, manuscript)
      assert.deepEqual(contents(manuscript), contents(readManuscript(text, dialect)))
    }
  })
  // RUNS and SEED of the environment make more of it, or the same again.
  const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {}
  fc.assert(property, { numRuns: process.env.RUNS ? Number(process.env.RUNS) : runs, ...seed })
}
