import { type Disposable, DocumentLink, EventEmitter, languages, Range, Uri, window, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { type Report, reportOf } from './bibliographies-report.ts'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { askForBibliographies } from './requests.ts'

const SCHEME = 'stroma-report'
const REPORT = Uri.from({ scheme: SCHEME, path: 'Bibliographies' })

/** “Stroma: Show Bibliographies”: what was loaded, how many references, what failed and where it looked, as a page. */
export const registerReport = (client: LanguageClient): Disposable & { show(): Promise<void> } => {
  let report: Report = { text: '', links: new Map() }
  const changed = new EventEmitter<Uri>()
  const provided = [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => report.text,
    }),
    languages.registerDocumentLinkProvider({ scheme: SCHEME }, { provideDocumentLinks: () => linksOf(report) }),
  ]
  return {
    async show() {
      const uri = shownManuscript()
      if (!uri) {
        void window.showInformationMessage('Open a manuscript first: each has its own bibliographies.')
        return
      }
      const answer = await askForBibliographies(client, uri.toString())
      if (!answer) {
        void window.showErrorMessage('The bibliographies could not be listed. The output “Stroma” says why.')
        return
      }
      report = reportOf(workspace.asRelativePath(uri), answer, nameOf)
      changed.fire(REPORT)
      const document = await workspace.openTextDocument(REPORT)
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'markdown'), { preview: true })
    },
    dispose: () => provided.forEach(each => void each.dispose()),
  }
}

/** The manuscript that the author is in, or one that stands beside. */
const shownManuscript = (): Uri | undefined => {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors].flatMap(editor => editor ?? [])
  const documents = editors.map(({ document }) => document)
  return documents.find(({ languageId, uri }) => MANUSCRIPT_LANGUAGES.includes(languageId) && uri.scheme !== SCHEME)
    ?.uri
}

const linksOf = ({ text, links }: Report): DocumentLink[] =>
  text.split('\n').flatMap((line, number) => {
    const [place, target] =
      [...links].find(([place]) => line.includes(`- ${place}: `) || line.endsWith(` ${place}`)) ?? []
    if (place === undefined || target === undefined) return []
    const start = line.startsWith('  - ') ? line.indexOf(place) : line.lastIndexOf(place)
    return new DocumentLink(new Range(number, start, number, start + place.length), Uri.parse(target))
  })

/** An address as the author knows it: within the workspace when it lies there. */
const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri))
