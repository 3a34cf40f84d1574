import assert from 'node:assert/strict'
import { tokensOf } from './tokenise.ts'

const CITEKEY = 'entity.name.reference.citation.stroma'
const CROSS_REFERENCE = 'variable.other.label.stroma'
const LABEL = 'entity.name.label.stroma'

const texts = async (text: string, root: string, scope: string) =>
  (await tokensOf(text, root, scope)).map(token => token.text)

/** Roots, then a text with what is coloured in it as citekeys, as cross-references and as labels. */
const EXAMPLES: Record<string, readonly [text: string, citekeys: string, crossReferences: string, labels: string][]> = {
  'text.html.markdown': [
    ['Some [see @smith2020, p. 4; -@doe.x:2019] and @roe [p. 3].', 'smith2020 doe.x:2019 roe', '', ''],
    ['[@a] and [@b; @c]', 'a b c', '', ''],
    ['# Heading @x {#sec:h}', 'x', '', 'sec:h'],
    ['![Caption.](a.png){#fig:flow width=3}', '', '', 'fig:flow'],
    ['::: {#fig:x}\n:::', '', '', 'fig:x'],
    ['$$x$$ {#eq:x}', '', '', 'eq:x'],
    [': Caption @a. {#tbl:x}', 'a', '', 'tbl:x'],
    ['@fig:flow and @Fig:flow, [@fig:a; @tbl:b] but @fig-a', 'fig-a', 'fig:flow Fig:flow fig:a tbl:b', ''],
    ['See \\ref{fig:y}.', '', 'fig:y', ''],
    ['- item @a [@b]\n- [@c]\n\n> [@d]', 'a b c d', '', ''],
    ['| a | b |\n|---|---|\n| @a | [@b] |', 'a b', '', ''],
    ['[@a, p. 3\nand more; @b]', 'a b', '', ''],
    ['{cite:p}`a,b` {ref}`x` {ref}`text <y>`', 'a b', 'x y', ''],
    ['(target)=', '', '', 'target'],
    ['---\ntitle: "@a"\n---\n@b', 'b', '', ''],
  ],
  'text.html.quarto': [['@fig-x @fig:x [@tbl-y; @smith] ![a](b){#fig-q}', 'fig:x smith', 'fig-x tbl-y', 'fig-q']],
  'text.html.rmarkdown': [['\\@ref(fig:x) @fig:x', 'fig:x', 'fig:x', '']],
}

describe('the grammar', () => {
  for (const [root, examples] of Object.entries(EXAMPLES)) {
    for (const [text, ...expected] of examples) {
      it(`colours ${JSON.stringify(text)} in ${root}`, async () => {
        const scopes = [CITEKEY, CROSS_REFERENCE, LABEL]
        const found = await Promise.all(scopes.map(async scope => (await texts(text, root, scope)).join(' ')))
        assert.deepEqual(found, expected)
      })
    }
  }

  it('leaves code, comments, addresses and HTML alone', async () => {
    const text = '`@a` a@b.org <a@b.org> <https://x.org/@a> <span id="@a"> foo\\@a [^@a]\n\n```\n@a\n```\n\n<!-- @a -->'
    assert.deepEqual(await texts(text, 'text.html.markdown', CITEKEY), [])
  })
})
