import { type QuickPick, type QuickPickItem, type TextEditor, window } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { mergeCitations } from './merge-citations.ts'
import { type FoundReference, searchReferences } from './requests.ts'

interface ReferenceItem extends QuickPickItem {
  readonly reference: FoundReference
}

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
const choose = (client: LanguageClient, editor: TextEditor): Promise<readonly FoundReference[]> =>
  new Promise(resolve => {
    const picker = window.createQuickPick<ReferenceItem>()
    picker.title = 'Insert citation'
    picker.placeholder = 'Author, title, year, journal or citekey'
    picker.canSelectMany = true
    let chosen: readonly FoundReference[] = []
    const search = searcher(client, editor, picker, () => chosen)
    picker.onDidChangeValue(search)
    picker.onDidChangeSelection(items => {
      if (!picker.busy) chosen = items.map(item => item.reference)
    })
    picker.onDidAccept(() => {
      const lit = picker.activeItems.slice(0, 1).map(item => item.reference)
      chosen = chosen.length > 0 ? chosen : lit
      resolve(chosen)
      picker.hide()
    })
    picker.onDidHide(() => {
      resolve([])
      picker.dispose()
    })
    picker.show()
    void search('')
  })

/** Fills the picker for what is typed; the answer to an earlier text is dropped when a later one has been typed. */
const searcher = (
  client: LanguageClient,
  editor: TextEditor,
  picker: QuickPick<ReferenceItem>,
  chosen: () => readonly FoundReference[],
) => {
  let latest = 0
  const place = { uri: editor.document.uri.toString(), position: editor.selection.start }
  return async (query: string): Promise<void> => {
    const mine = ++latest
    picker.busy = true
    try {
      const { items } = await searchReferences(client, { ...place, query })
      if (mine !== latest) return
      const kept = new Set(chosen().map(({ citekey }) => citekey))
      const references = [...chosen(), ...items.filter(({ citekey }) => !kept.has(citekey))]
      picker.items = references.map(itemOf)
      picker.selectedItems = picker.items.slice(0, kept.size)
      picker.placeholder =
        references.length > 0
          ? 'Author, title, year, journal or citekey'
          : 'No reference says that. “Stroma: Show Bibliographies” tells what was read.'
    } catch (error) {
      if (mine === latest) picker.placeholder = `The references could not be searched: ${messageOf(error)}`
    } finally {
      if (mine === latest) picker.busy = false
    }
  }
}

/** Shown whatever is typed: the server has searched already, in more than what an item shows. */
const itemOf = (reference: FoundReference): ReferenceItem => ({
  label: reference.label,
  description: reference.description,
  detail: reference.detail,
  alwaysShow: true,
  reference,
})

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
