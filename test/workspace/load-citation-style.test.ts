import assert from 'node:assert/strict'
import { hover } from '../../src/features/hover/hover.ts'
import { STYLE } from '../support/citation-style.ts'
import { open } from '../support/fixture.ts'

const REFS = `//- refs.bib
@article{smith2020, title = {Fibroblasts \\& the *matrix*}, author = {Smith, Ann and Müller, Jürgen}, journal = {Stroma}, year = 2020, doi = {10.1000/1}}
`
const paper = (head: string): string =>
  `//- paper.md\n---\nbibliography: refs.bib\n${head}\n---\nKnown [@smi<|>th2020].\n`

async function shown(fixture: string): Promise<{ markdown: string; failure: string | undefined }> {
  const { workspace, uri, offset } = open(fixture)
  const { analysis, citationStyle } = await workspace.inspect(uri)
  await analysis.citationStyle?.prepare()
  return { markdown: hover(analysis, offset)!.markdown.split('\n\n')[0]!, failure: citationStyle?.failure() }
}

const STYLED = 'Smith & Müller: “Fibroblasts & the \\*matrix\\*” *Stroma* **2020**\\.'.replaceAll('&', '\\&')

describe('the style of a manuscript', () => {
  it('sets the references that are shown', async () => {
    const { markdown, failure } = await shown(`//- my.csl\n${STYLE}${REFS}${paper('csl: my.csl')}`)
    assert.equal(markdown.replaceAll('\\.', '.'), STYLED.replaceAll('\\.', '.'))
    assert.equal(failure, undefined)
  })

  it('may be named without its ending, or by the project of a dialect', async () => {
    const withoutEnding = await shown(`//- my.csl\n${STYLE}${REFS}${paper('csl: my')}`)
    assert.match(withoutEnding.markdown, /^Smith/)
    assert.match(withoutEnding.markdown, /\*Stroma\* \*\*2020\*\*/)
    const quarto = await shown(
      `//- _quarto.yml\ncsl: my.csl\n//- my.csl\n${STYLE}${REFS}${paper('format: pdf')}`.replace(
        'paper.md',
        'paper.qmd',
      ),
    )
    assert.match(quarto.markdown, /\*Stroma\* \*\*2020\*\*/)
  })

  it('of a dependent style is the one beside it that it follows', async () => {
    const dependent = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><title>J</title><id>j</id><link href="http://www.zotero.org/styles/my" rel="independent-parent"/><updated>2026-01-01T00:00:00+00:00</updated></info></style>\n`
    const found = await shown(`//- j.csl\n${dependent}//- my.csl\n${STYLE}${REFS}${paper('csl: j.csl')}`)
    assert.match(found.markdown, /\*Stroma\* \*\*2020\*\*/)
    const alone = await shown(`//- j.csl\n${dependent}${REFS}${paper('csl: j.csl')}`)
    assert.equal(alone.failure, 'The style “j.csl” follows the style “my”; save my.csl beside it.')
  })

  for (const [what, text, why] of [
    ['is no XML', 'Not a style.\n', /is no style that can be used/],
    ['is a page', '<!DOCTYPE html><html><body>404</body></html>\n', /is no style that can be used/],
    [
      'calls itself without end',
      STYLE.replace('<citation>', '<macro name="a"><text macro="a"/></macro><citation>').replace(
        '<text variable="title"',
        '<text macro="a"/><text variable="title"',
      ),
      /cannot set a reference/,
    ],
  ] as const) {
    it(`leaves the usual form where it ${what}`, async () => {
      const { error } = console
      console.error = () => undefined
      const { markdown, failure } = await shown(`//- my.csl\n${text}${REFS}${paper('csl: my.csl')}`).finally(() => {
        console.error = error
      })
      assert.match(markdown, /^Smith A, Müller J/)
      assert.match(failure!, why)
    })
  }

  it('that is nowhere is told of, with where it was looked for', async () => {
    const { workspace, uri } = open(`${REFS}${paper('csl: lost.csl')}`)
    const { citationStyle, analysis } = await workspace.inspect(uri)
    assert.equal(analysis.citationStyle, undefined)
    assert.match(citationStyle!.failure()!, /“lost.csl” was not found/)
    assert.deepEqual(
      citationStyle!.looked.map(place => place.replace(/.*\//, '')),
      ['lost.csl'],
    )
  })

  it('is read anew when its file changes', async () => {
    const { workspace, uri, files, offset } = open(`//- my.csl\n${STYLE}${REFS}${paper('csl: my.csl')}`)
    await (await workspace.analysis(uri)).citationStyle!.prepare()
    const [style] = [...files.texts.keys()].filter(name => name.endsWith('.csl'))
    files.texts.set(style!, STYLE.replace('suffix=": "', 'suffix=" | "'))
    workspace.filesChanged([style!])
    const analysis = await workspace.analysis(uri)
    await analysis.citationStyle!.prepare()
    assert.match(hover(analysis, offset)!.markdown, /Müller \\\|/)
  })
})
