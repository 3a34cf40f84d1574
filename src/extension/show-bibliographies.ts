import { type Disposable, EventEmitter, languages, Uri, window, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { reportText } from './bibliographies-report.ts'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { askForBibliographies } from './requests.ts'

const SCHEME = 'stroma-report'
const REPORT = Uri.from({ scheme: SCHEME, path: 'Bibliographies' })

/** “Stroma: Show Bibliographies”: what was loaded, how many references, what failed and where it looked, as a page. */
export const registerReport = (client: LanguageClient): Disposable & { show(): Promise<void> } => {
  let text = ''
  const changed = new EventEmitter<Uri>()
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => text,
  })
  return {
    async show() {
      const manuscript = window.visibleTextEditors
        .toSorted((a, b) => Number(b === window.activeTextEditor) - Number(a === window.activeTextEditor))
        .find(({ document }) => MANUSCRIPT_LANGUAGES.includes(document.languageId) && document.uri.scheme !== SCHEME)
      if (!manuscript) {
        void window.showInformationMessage('Open a manuscript first: each has its own bibliographies.')
        return
      }
      const { uri } = manuscript.document
      const report = await askForBibliographies(client, uri.toString())
      if (!report) {
        void window.showErrorMessage('The bibliographies could not be listed. The output “Stroma” says why.')
        return
      }
      text = reportText(workspace.asRelativePath(uri), report, nameOf)
      changed.fire(REPORT)
      const document = await workspace.openTextDocument(REPORT)
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'markdown'), { preview: true })
    },
    dispose() {
      provider.dispose()
      changed.dispose()
    },
  }
}

/** An address as the author knows it: within the workspace when it lies there. */
const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri))
