import { checkDiagnostics, checkFix } from '../support/fixture.ts'

const REFS = `//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
@article{doe2019, title = {Flow}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
@article{a.b(2)c, title = {Arrest}, author = {Poe, Lee}, journal = {Stroma}, year = 2020}
`
const HEAD = '---\nbibliography: refs.bib\n---\n'
const silent = (only: string, body: string, file = 'paper.md') =>
  checkDiagnostics(`${REFS}//- ${file}\n${HEAD}${body}\n`, { only })
const fixes = (only: string, before: string, after: string, file = 'paper.md') =>
  checkFix(`${REFS}//- ${file}\n${HEAD}${before}\n`, only, `${HEAD}${after}\n`)

describe('broken-citation-group', () => {
  const only = 'broken-citation-group'
  for (const body of [
    '[@roe2001; see @doe2019, p. 3] and [-@roe2001; @doe2019].',
    '[@roe2001 is first; second](https://example.org) and [@roe2001; x]{.small}.',
    '^[As @roe2001 says; compare others.] and text.[^a]\n\n[^a]: See @roe2001; then text [x; y].',
    'As @roe2001 [p. 3; see text] says, `[@roe2001;]`, and \\[@roe2001; x\\].',
    'An interval [0; 1] of @roe2001.',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('removes a stray semicolon wherever it stands', async () => {
    await fixes(only, 'x [@roe2001; ].', 'x [@roe2001 ].')
    await fixes(only, 'x [; @roe2001].', 'x [ @roe2001].')
    await fixes(only, 'x [@roe2001; ; @doe2019].', 'x [@roe2001 ; @doe2019].')
  })
  it('makes a remark part of the citation before it', () =>
    fixes(only, 'x [see @roe2001; in mice; @doe2019].', 'x [see @roe2001, in mice; @doe2019].'))
})

describe('comma-separated-citation', () => {
  const only = 'comma-separated-citation'
  for (const body of [
    '[@roe2001, p. 3; @doe2019]',
    '[@roe2001, but see p. 4 of the one by @doe2019]',
    '[see @roe2001]',
    'As @roe2001, @doe2019 say.',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('writes a semicolon for a comma, a blank or a word', async () => {
    await fixes(only, '[@roe2001,@doe2019]', '[@roe2001; @doe2019]')
    await fixes(only, '[@roe2001 @doe2019]', '[@roe2001; @doe2019]')
    await fixes(only, '[@roe2001 and @doe2019]', '[@roe2001; @doe2019]')
  })
  it('names the second citekey as it is read', () =>
    checkDiagnostics(
      `
//- refs.bib
@misc{roe2001, title = {A}}
@misc{müller:2001+b, title = {B}}
//- paper.md
---
bibliography: refs.bib
---
x [@roe2001, @müller:2001+b].
           ^ warning comma-separated-citation: Write a semicolon between “@roe2001” and “@müller:2001+b”: what follows a comma is no citation of the group.
`,
      { only },
    ))
  it('knows that MyST cites the last', () =>
    fixes(only, ':::{note}\nx [@roe2001, @doe2019]\n:::', ':::{note}\nx [@roe2001; @doe2019]\n:::'))
})

describe('citekey-needs-braces', () => {
  const only = 'citekey-needs-braces'
  for (const body of [
    'As @roe2001(p. 3) and [@roe2001].',
    '(@roe2001)',
    '@roe2001: x',
    '@{a.b(2)c}',
    '[@roe2001]{.x}',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('writes braces around a key that the bibliography has', () => fixes(only, 'As @a.b(2)c.', 'As @{a.b(2)c}.'))
  it('writes braces around a DOI up to its last parenthesis', () =>
    fixes(only, '(@doi:10.1016/S0140-6736(20)30183-5)', '(@{doi:10.1016/S0140-6736(20)30183-5})'))
})

describe('adjacent-citation-groups', () => {
  const only = 'adjacent-citation-groups'
  for (const body of ['[@roe2001] [@doe2019]', '[text][@doe2019]', '[@roe2001](x)[@doe2019]']) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('joins them', () => fixes(only, 'x [@roe2001][@doe2019, p. 3].', 'x [@roe2001; @doe2019, p. 3].'))
})

describe('citation-mixed-with-cross-reference', () => {
  const only = 'citation-mixed-with-cross-reference'
  it('says nothing where Pandoc renders', () => silent(only, '![a](https://x.org/a.png){#fig:a}\n\n[@fig:a; @roe2001]'))
  it('gives each its brackets', () =>
    fixes(
      only,
      '![a](https://x.org/a.png){#fig-a}\n\n[@fig-a; see @roe2001; @doe2019]',
      '![a](https://x.org/a.png){#fig-a}\n\n[@fig-a] [see @roe2001; @doe2019]',
      'paper.qmd',
    ))
})

describe('handle-read-as-citation', () => {
  const only = 'handle-read-as-citation'
  for (const body of ['<https://x.org/@roe>', '[x](https://x.org/@roe)', 'Ask @roe.', 'https://x.org/ and @roe2001']) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('writes angle brackets', () =>
    fixes(only, 'See https://x.org/@roe/a?b=1, too.', 'See <https://x.org/@roe/a?b=1>, too.'))
})

describe('underscore-in-citekey', () => {
  it('writes asterisks', () => fixes('underscore-in-citekey', 'As __@roe2001__ says.', 'As **@roe2001** says.'))
  it('says nothing of keys that end so', () => silent('underscore-in-citekey', 'As @roe_ and *@roe2001* say.'))
})

describe('example-label-read-as-citation', () => {
  const only = 'example-label-read-as-citation'
  for (const body of ['As seen (@roe2001) before.', '(@other) An example.', 'x\n@roe2001. Then', '`(@roe2001) x`']) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('writes brackets', () => fixes(only, '(@roe2001) As seen.', '[@roe2001] As seen.'))
})

describe('raw-tex-citation', () => {
  const only = 'raw-tex-citation'
  for (const body of [
    'As \\ref{a}, \\nocite{roe2001} and `\\cite{roe2001}`.',
    '\\begin{figure}\\cite{roe2001}\\end{figure}',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('writes Markdown for every command', async () => {
    await fixes(only, 'x \\cite{roe2001,doe2019}', 'x [@roe2001; @doe2019]')
    await fixes(only, 'x \\citet{roe2001}', 'x @roe2001')
    await fixes(only, 'x \\citep[see][p. 3]{roe2001}', 'x [see @roe2001, p. 3]')
    await fixes(only, 'x \\textcite[p. 3]{roe2001}', 'x @roe2001 [p. 3]')
    await fixes(only, 'x \\parencite{a.b(2)c}', 'x [@{a.b(2)c}]')
  })
})
