import assert from 'node:assert/strict'
import {
  type CompletionList,
  commands,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
} from 'vscode'
import { at, eventually, fileUri, findingOf, manuscript, open } from './support.ts'

const hoverText = async (...place: unknown[]): Promise<string | undefined> => {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', ...place)
  const text = hovers.flatMap(hover => hover.contents.map(content => (content as MarkdownString).value)).join('\n')
  return text === '' ? undefined : text
}

describe('writing', () => {
  it('shows what the review says of a term', async () => {
    const { document } = await open('term.md', manuscript('Cells without a matrix die by anoikis.'))
    const text = await eventually('the hover', () => hoverText(document.uri, at(document, 'anoikis')))
    assert.match(text, /anoikis/i)
    assert.match(text, /10\.1007\/s12307-014-0158-2/)
  })

  it('shows the reference that a citekey names', async () => {
    const { document } = await open('key.md', manuscript('Cells die without a matrix [@frisch1994].'))
    const text = await eventually('the hover', () => hoverText(document.uri, at(document, 'frisch1994')))
    assert.match(text, /Disruption of epithelial cell-matrix interactions/)
  })

  it('completes a citation by the name of an author', async () => {
    const { document } = await open('complete.md', manuscript('Clusters seed metastases [@Bardia'))
    const place = at(document, '@Bardia', '@Bardia'.length)
    const item = await eventually('the reference', async () => {
      const list = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        place,
      )
      return list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'aceto2014')
    })
    assert.ok(item)
  })

  it('leads from a citekey to its reference', async () => {
    const { document } = await open('definition.md', manuscript('Clusters seed metastases [@aceto2014].'))
    const [place] = await eventually('the definition', async () => {
      const places = await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at(document, 'aceto2014'),
      )
      return places.length > 0 ? places : undefined
    })
    const [uri, range] = 'targetUri' in place! ? [place.targetUri, place.targetRange] : [place!.uri, place!.range]
    assert.equal(uri.path, fileUri('references.bib').path)
    assert.equal(range.start.line, 7)
  })

  it('writes a snippet of the language of the manuscript', async () => {
    const { document } = await open('labelled.qmd', '\n')
    assert.equal(document.languageId, 'quarto')
    await commands.executeCommand('editor.action.insertSnippet', { langId: 'quarto', name: 'Figure with label' })
    await eventually('the figure', () => (document.getText().includes('{#fig-name}') ? true : undefined))
  })

  it('finds the same in R Markdown and Quarto', async () => {
    for (const name of ['other.Rmd', 'other.qmd']) {
      const { document } = await open(name, manuscript('Clusters seed metastases [@acetto2014].'))
      await eventually(`the finding in ${name}`, () => findingOf(document.uri, 'unresolved-citation'))
    }
  })
})
