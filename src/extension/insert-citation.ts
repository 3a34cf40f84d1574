import { type TextEditor, window } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { createCitationPicker } from './citation-picker.ts'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { mergeCitations } from './merge-citations.ts'
import { type FoundReference, searchReferences } from './requests.ts'

/** “Stroma: Insert Citation”: looks references up while the author types, and writes the chosen ones at the cursor. */
export const insertCitation = async (client: LanguageClient): Promise<void> => {
  const editor = window.activeTextEditor
  if (!editor || !MANUSCRIPT_LANGUAGES.includes(editor.document.languageId)) {
    void window.showInformationMessage('Open a manuscript and put the cursor where the citation should stand.')
    return
  }
  const chosen = await choose(client, editor)
  if (chosen.length === 0) return
  const { document, selection } = editor
  const before = document.lineAt(selection.start).text.slice(0, selection.start.character)
  await editor.edit(edit => edit.replace(selection, mergeCitations(chosen, before)))
}

/** Resolves with what was chosen, or with nothing when the author went away. */
const choose = (client: LanguageClient, { document, selection }: TextEditor): Promise<readonly FoundReference[]> =>
  new Promise(resolve => {
    const place = { uri: document.uri.toString(), position: selection.start }
    const picker = createCitationPicker(resolve)
    let latest = 0
    /** The answer to an earlier text is dropped when a later one has been typed. */
    const search = async (query: string): Promise<void> => {
      const mine = ++latest
      picker.busy(true)
      try {
        const { items } = await searchReferences(client, { ...place, query })
        if (mine === latest) picker.fill(items)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (mine === latest) picker.explain(`The references could not be searched: ${reason}`)
      }
      if (mine === latest) picker.busy(false)
    }
    picker.show(search)
    void search('')
  })
