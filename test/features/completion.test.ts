import assert from 'node:assert/strict'
import { complete } from '../../src/features/completion/completion.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { open } from '../support/fixture.ts'

const BIB = `//- refs.bib
@article{smith2020, title = {Tumour stroma}, author = {Smith, Ann}, journal = {Cell}, year = 2020}
@article{müller-2019, title = {Niche}, author = {M{\\"u}ller, J{\\"u}rgen}, journal = {Stroma}, year = 2019}
@article{a(b)c, title = {Odd key}, author = {Odd, Ball}, year = 2001}
@article{roe1999, title = {Old}, author = {Roe, Jane}, year = 1999}
`

/** The labels offered at the cursor. */
async function offered(text: string, name = 'paper.md'): Promise<string[]> {
  const { analysis, offset } = open(`${BIB}//- ${name}\n${text}`)
  return complete(await analysis(), offset)?.items.map(({ label }) => label) ?? []
}

/** The text once the first item is chosen. */
async function chosen(text: string, name = 'paper.md'): Promise<string> {
  const fixture = open(`${BIB}//- ${name}\n${text}`)
  const item = complete(await fixture.analysis(), fixture.offset)?.items[0]
  assert.ok(item, 'nothing offered')
  return applyEdits(fixture.text, [item.edit]).text.slice(HEAD.length)
}

const HEAD = '---\nbibliography: refs.bib\n---\n\n'

describe('completion of citekeys', () => {
  const places = [
    '@<|>',
    '[@<|>',
    '[-@<|>',
    '[see @roe1999; @<|>',
    'See @{<|>',
    '-@<|>',
    '[@<|>]',
    '*@<|>*',
    'see (@<|>)',
    '[^n]: A note that the text does not refer to yet, @<|>',
  ]
  for (const place of places) {
    it(`offers every reference at ${place}`, async () => assert.equal((await offered(HEAD + place)).length, 4))
  }

  it('offers every reference in the captions of chunks that the renderer reads as Markdown', async () => {
    const captions = [
      '#| fig-cap: "Cells [@<|>]"',
      '#| fig-cap: Cells @<|>',
      '#| fig-cap: @<|>',
      '#| fig-subcap: ["One", "@<|>"]',
      '#| tbl-cap: |\n#|   Cells [@roe1999;\n#|   @<|>]',
    ]
    for (const caption of captions)
      assert.equal((await offered(`${HEAD}\`\`\`{r}\n${caption}\nplot(1)\n\`\`\`\n`, 'paper.qmd')).length, 4, caption)
    assert.equal((await offered(`${HEAD}\`\`\`{r fig.cap="@<|>"}\n1\n\`\`\`\n`, 'paper.Rmd')).length, 4)
    for (const option of ['#| fig-alt: "@<|>"', '#| label: @<|>', 'x@<|>'])
      assert.deepEqual(await offered(`${HEAD}\`\`\`{r}\n${option}\n\`\`\`\n`, 'paper.qmd'), [], option)
  })

  it('finds by author without accents, by title, year and journal, in any order', async () => {
    assert.deepEqual(await offered(`${HEAD}[@muller<|>`), ['müller-2019'])
    assert.deepEqual(await offered(`${HEAD}[@tumour 2020<|>`), ['smith2020'])
    assert.deepEqual(await offered(`${HEAD}[@cell smith<|>`), ['smith2020'])
    assert.deepEqual(await offered(`${HEAD}[@roe 2020<|>`), [])
  })

  it('puts what is cited already first, except the key at the cursor', async () => {
    assert.equal((await offered(`${HEAD}[@roe1999] and [@<|>]`))[0], 'roe1999')
  })

  it('replaces all that was typed and the rest of the key behind the cursor', async () => {
    assert.equal(await chosen(`${HEAD}See [@tumour 2020<|>, p. 3].`), 'See [@smith2020, p. 3].')
    assert.equal(await chosen(`${HEAD}See [@smi<|>th1999].`), 'See [@smith2020].')
    assert.equal(await chosen(`${HEAD}<div>@smi<|></div>`), '<div>@smith2020</div>')
  })

  it('adds braces where the key needs them, and keeps those typed from doubling', async () => {
    assert.equal(await chosen(`${HEAD}See @odd<|>.`), 'See @{a(b)c}.')
    assert.equal(await chosen(`${HEAD}See @{odd<|>}.`), 'See @{a(b)c}.')
    assert.equal(await chosen(`${HEAD}See @{tumour<|>}.`), 'See @smith2020.')
  })

  it('works inside TeX commands and nocite', async () => {
    assert.equal(await chosen(`${HEAD}See \\cite{roe1999, tumo<|>}.`), 'See \\cite{roe1999, smith2020}.')
    assert.deepEqual(await offered(`---\nbibliography: refs.bib\nnocite: '@tumo<|>'\n---\n\nText.\n`), ['smith2020'])
    assert.deepEqual(await offered(`---\nbibliography: refs.bib\nnocite: "@roe1999, @tumo<|>"\n---\n`), ['smith2020'])
  })

  it('works inside MyST roles', async () => {
    const myst = '---\nbibliography: refs.bib\nkernelspec: {}\n---\n\n'
    assert.deepEqual(await offered(`${myst}See {cite:p}\`roe1999; tumo<|>\`.`), ['smith2020'])
  })

  it('stops once the key is complete', async () => {
    assert.deepEqual(await offered(`${HEAD}@smith2020 showed<|>`), [])
    assert.deepEqual(await offered(`${HEAD}@smith2020 <|>`), [])
  })

  const elsewhere = [
    'mail ann@<|>',
    'ann.@<|>',
    '`@<|>`',
    '`\\cite{<|>}`',
    '```\n@<|>\n```',
    '```\n\\cite{<|>}\n```',
    '$x_@<|>$',
    '$$\n@<|>\n$$',
    '\\@<|>',
    '<!-- @<|> -->',
    '[text](http://x.org/@<|>)',
    '<http://x.org/@<|>>',
  ]
  for (const place of elsewhere) {
    it(`offers nothing at ${JSON.stringify(place)}`, async () => assert.deepEqual(await offered(HEAD + place), []))
  }
})

describe('completion of labels', () => {
  const text = '![Flow](f.png){#fig:flow}\n\n# Methods {#sec:methods}\n\n'

  it('offers them beside references, with their captions', async () => {
    assert.deepEqual(await offered(`${text}See @flo<|>`), ['fig:flow'])
    assert.equal((await chosen(`${HEAD}${text}See @fig:<|>`)).slice(text.length), 'See @fig:flow')
  })

  it('offers them in bookdown and TeX references', async () => {
    assert.deepEqual(await offered(`${text}See \\@ref(fig:<|>`, 'paper.Rmd'), ['fig:flow'])
    assert.deepEqual(await offered(`${text}See \\ref{sec<|>`), ['sec:methods'])
  })
})

describe('completion of footnotes', () => {
  it('offers those defined, the unused first', async () => {
    assert.deepEqual(await offered('One.[^a] Two.[^<|>\n\n[^a]: A.\n\n[^b]: B.\n'), ['b', 'a'])
  })
})
