import assert from 'node:assert/strict'
import { commands, type DocumentLink, Selection, window } from 'vscode'
import { at, eventually, fileUri, findingOf, manuscript, open } from './support.ts'

describe('commands', () => {
  it('“Show Bibliographies” says what was read and what was not', async () => {
    await open('report.md', '---\nbibliography: [references.bib, gone.bib]\n---\n\n[@aceto2014]\n')
    await commands.executeCommand('stroma.showBibliographies')
    const text = window.activeTextEditor!.document.getText()
    assert.match(text, /^# Bibliographies of report\.md/)
    assert.match(text, /^## references\.bib\n\n- Named in the front matter\n- 2 references in /m)
    assert.match(text, /^## gone\.bib\n[^#]*\*\*Not read:\*\*/m)
    const links = await commands.executeCommand<DocumentLink[]>(
      'vscode.executeLinkProvider',
      window.activeTextEditor!.document.uri,
    )
    assert.ok(links.length > 0)
    for (const { target } of links) assert.equal(target?.path, fileUri('references.bib').path)
  })

  it('“Insert Citation” writes the chosen reference at the cursor', async () => {
    const editor = await open('insert.md', manuscript('Clusters seed metastases .'))
    const place = at(editor.document, ' .', 1)
    editor.selection = new Selection(place, place)
    await commands.executeCommand('workbench.action.focusActiveEditorGroup')

    const inserted = commands.executeCommand('stroma.insertCitation').then(() => true)
    await eventually('the citation', async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return Promise.race([inserted, new Promise<undefined>(resolve => setTimeout(resolve, 200, undefined))])
    })
    assert.match(editor.document.getText(), /metastases \[@(?:aceto2014|frisch1994)\]\./)
  })

  it('“Terms in This Manuscript” lists concepts with the places that lead to them', async () => {
    await open(
      'terms.md',
      manuscript('Cells that lose contact die of anoikis. The extracellular matrix (ECM) stiffens.'),
    )
    await commands.executeCommand('stroma.showTerms')
    const text = window.activeTextEditor!.document.getText()
    assert.match(text, /^# Terms in terms\.md/)
    assert.match(text, /^- \*\*anoikis\*\* \(.*\), once, first at terms\.md:\d+$/m)
    assert.match(text, /^- \*\*ECM\*\*: extracellular matrix/m)
  })

  it('“Go to Next Mention” selects the next place of the same concept', async () => {
    const editor = await open('mentions.md', manuscript('First anoikis, then hypoxia, then anoikis.'))
    const place = at(editor.document, 'anoikis', 1)
    editor.selection = new Selection(place, place)
    await commands.executeCommand('stroma.nextMention')
    assert.equal(editor.document.getText(editor.selection), 'anoikis')
    assert.ok(editor.selection.start.isAfter(place))
  })

  it('“List Abbreviations” makes a document of them', async () => {
    await open('list.md', manuscript('The extracellular matrix (ECM) stiffens.'))
    await commands.executeCommand('stroma.listAbbreviations')
    assert.match(window.activeTextEditor!.document.getText(), /^- ECM: extracellular matrix$/m)
  })

  it('“List Words for a Spelling Checker” makes a document of words', async () => {
    await open('words.md', manuscript('Words.'))
    await commands.executeCommand('stroma.listWords')
    assert.match(window.activeTextEditor!.document.getText(), /^anoikis$/m)
  })

  it('“Restart Language Server” brings the findings back', async () => {
    const { document } = await open('restart.md', manuscript('Clusters seed metastases [@acetto2014].'))
    await commands.executeCommand('stroma.restartServer')
    await eventually('the finding', () => findingOf(document.uri, 'unresolved-citation'))
  })
})
