import assert from 'node:assert/strict'
import type { DialectName } from '../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'
import { tokensOf } from './tokenise.ts'

const CITEKEY = 'variable.other.constant.citekey.stroma'
const CROSS_REFERENCE = 'variable.other.cross-reference.stroma'
const LABEL = 'variable.other.definition.label.stroma'

/** The root grammar of a language, the dialect that a text in it is read in, and texts to compare. */
const EXAMPLES: readonly [root: string, dialect: DialectName, texts: readonly string[]][] = [
  [
    'text.html.markdown',
    'pandoc',
    [
      'Some [see @smith2020, p. 4; -@doe.x:2019] and @roe [p. 3].',
      '[@a] and [@b; @c], @d; @e.',
      '@a--b @a.-b @a::b @https://x.org/a @müller2020 @李2020 foo_@bar @a__b',
      'x@a .@b and ...@c, _@d_, "@e", (@f), @@g, \\@h, \\\\@i',
      '@{https://x.org/a?b=1} and [-@{10.1016/S0140-6736(20)30183-5}]',
      '*see @a* and **@b**, ~~@c~~',
      '[@a]{.class} [@b]{#id} [text @c](url@d)',
      '[@a, p. 3\nand more; @b]',
      '[see @a, p. 3; nothing] [@b;] [@c, @d]',
      '# Heading @x {#sec:h}',
      '![Caption.](a.png){#fig:flow width=3}',
      '::: {#fig:x}\nText @a.\n:::',
      '@fig:flow and @Fig:flow, [@fig:a; @tbl:b] but @fig-a and @fig:',
      '- item @a [@b]\n- [@c]\n\n> [@d]',
      '| a | b |\n|---|---|\n| @a | [@b] |',
      '`@a` a@b.org <a@b.org> <https://x.org/@a> <span id="@a">x</span> [^@a]\n\n[^@a]: x',
      'Text\n\n```\n@a\n```\n\n<!-- @a -->\n\n    @b',
      'https://x.org/@a',
      '(@good) An example.\n\n(@) Another.',
      '---\nlang: en\n---\n\n@b',
    ],
  ],
  [
    'text.html.quarto',
    'quarto',
    ['See @fig-x and @Tbl-y, not @fig:x, [@tbl-y; @eq-z].', '![a](b){#fig-q}', '# Heading {#sec-q}', 'A [@b] of @c.'],
  ],
  ['text.html.rmarkdown', 'rmarkdown', ['See \\@ref(fig:x) and @fig:x.', 'A [@b] of @c. \\@ref(section)']],
]

/** What is coloured, beside what the reader finds outside metadata: `start text`, in order. */
async function compared(text: string, root: string, dialect: DialectName): Promise<[colours: unknown, found: unknown]> {
  const { citations, crossReferences, labels } = readManuscript(text, dialect)
  const said = ({ start, end }: { start: number; end: number }) => `${start} ${text.slice(start, end)}`
  const coloured = async (scope: string) => (await tokensOf(text, root, scope)).map(said)
  const items = citations.filter(({ field }) => !field).flatMap(citation => citation.items)
  const citekeys = items.filter(({ crossReference }) => !crossReference).map(({ citekeySpan }) => citekeySpan)
  const named = labels.filter(({ span }) => text[span.start - 1] === '#').map(({ span }) => span)
  return [
    { citekeys: await coloured(CITEKEY), refs: await coloured(CROSS_REFERENCE), labels: await coloured(LABEL) },
    {
      citekeys: citekeys.sort((a, b) => a.start - b.start).map(said),
      refs: crossReferences.map(({ labelSpan }) => said(labelSpan)),
      labels: named.map(said),
    },
  ]
}

describe('the grammar', () => {
  for (const [root, dialect, texts] of EXAMPLES) {
    for (const text of texts) {
      it(`colours ${JSON.stringify(text)} as ${dialect} reads it`, async () => {
        const [colours, found] = await compared(text, root, dialect)
        assert.deepEqual(colours, found)
      })
    }
  }

  it('colours the labels of equations and of captions', async () => {
    const text = '$$x$$ {#eq:x}\n\n: Caption. {#tbl:x}'
    const labels = await tokensOf(text, 'text.html.markdown', LABEL)
    assert.deepEqual(
      labels.map(token => token.text),
      ['eq:x', 'tbl:x'],
    )
  })

  it('colours the roles and targets of MyST', async () => {
    const text = '{cite:p}`a,b` {ref}`x` {ref}`text <y>`\n\n(target)='
    const coloured = async (scope: string) =>
      (await tokensOf(text, 'text.html.markdown', scope)).map(token => token.text)
    assert.deepEqual(await coloured(CITEKEY), ['a', 'b'])
    assert.deepEqual(await coloured(CROSS_REFERENCE), ['x', 'y'])
    assert.deepEqual(await coloured(LABEL), ['target'])
  })
})
