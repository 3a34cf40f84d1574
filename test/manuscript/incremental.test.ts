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

const editWith = (inserted: fc.Arbitrary<string>) =>
  fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: 0, max: 80 })),
    inserted: fc.oneof({ weight: 3, arbitrary: inserted }, fc.constant('')),
  })

const START = fc
  .tuple(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 10 }), fc.boolean())
  .map(([seeds, head]) => `${head ? '---\ntitle: "A @t0"\n---\n\n' : ''}${seeds.map(generate).join('\n\n')}\n`)

/** What typing and pasting into the options of a chunk may put in. */
const IN_CHUNKS = fc.constantFrom(
  ...[
    '#| ',
    '#|   ',
    '\n#| fig-cap: ',
    '#| fig-cap: |\n#|   a [@k9]\n',
    '#| - "@k8"\n',
    'fig.cap="@k7", ',
    'eval=FALSE',
  ],
  ...[
    '```{r}\n',
    '```\n',
    '}',
    '"',
    "'",
    ': ',
    '\\"',
    '> ',
    '@k6',
    '[@k5; ',
    ']',
    '(@lab)',
    '[^lab]',
    '[ref]',
    '\n',
    ',',
  ],
)

const CHUNK = fc
  .tuple(
    fc.constantFrom('r', 'r fig-a, fig.cap="A [@h1]"', 'python', 'r fig.cap=c("@h2", \'B "@h3"\')', '.r'),
    fc.array(
      fc.constantFrom(
        ...[
          'fig-cap: "A \\"@c1\\" [see @c2]"',
          "tbl-cap: 'It''s @c3'",
          'fig-cap: >',
          '  text [@c4;',
          '  @c5]',
          '',
          'fig-subcap:',
        ],
        ...[
          '  - "[^lab]"',
          '  - (@lab) [ref]',
          'fig-cap: |',
          'label: fig-a',
          'eval: false',
          'lst-cap: $@c6$ ^[@c7]',
          'fig-cap: "open',
        ],
      ),
      { maxLength: 5 },
    ),
    fc.constantFrom('', '> ', '- '),
  )
  .map(([header, options, prefix]) => {
    const lines = ['```{'.concat(header, '}'), ...options.map(option => `#| ${option}`), 'plot(a@b)', '```']
    return lines.map((line, index) => (prefix === '- ' && index > 0 ? '  ' : prefix) + line).join('\n')
  })

/** A chunk whose engine hands it on as Markdown. */
const TEXT_CHUNK = fc
  .integer({ min: 1, max: 1e6 })
  .map(seed => `\`\`\`{block2, type='note'}\n${generate(seed).replaceAll('```', '~~~')}\n\`\`\``)

const CHUNKS = fc
  .array(fc.oneof(CHUNK, TEXT_CHUNK, fc.integer({ min: 1, max: 1e6 }).map(generate)), { minLength: 2, maxLength: 8 })
  .map(blocks => `(@lab) First\n\n${blocks.join('\n\n')}\n\n[^lab]: @k1\n\n[ref]: u\n`)

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

  for (const dialect of ['quarto', 'rmarkdown'] satisfies DialectName[]) {
    it(`is what reading all of it gives, with chunks that have captions, as ${dialect}`, () =>
      check(CHUNKS, dialect, 60, fc.oneof(IN_CHUNKS, INSERTED)))
  }

  it('is what reading all of it gives, when it is long', () => check(LONG, 'pandoc', 2))
})

function check(starts: fc.Arbitrary<string>, dialect: DialectName, runs: number, inserted = INSERTED): void {
  const edited = fc.array(editWith(inserted), { minLength: 5, maxLength: 25 })
  const property = fc.property(starts, edited, (start, edits) => {
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
