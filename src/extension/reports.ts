import { type Disposable, DocumentLink, EventEmitter, languages, Range, Uri, window, workspace } from 'vscode'
import { MANUSCRIPT_LANGUAGES } from './client.ts'

/** A page of Markdown, and what its places such as `refs.bib:5` lead to. */
export interface Report {
  readonly text: string
  readonly links: ReadonlyMap<string, string>
}

const SCHEME = 'stroma-report'

/** Shows reports as pages that cannot be edited, each under its title. */
export interface Reports extends Disposable {
  show(title: string, report: Report): Promise<void>
}

export const registerReports = (): Reports => {
  const reports = new Map<string, Report>()
  const changed = new EventEmitter<Uri>()
  const reportAt = ({ path }: Uri): Report | undefined => reports.get(path)
  const provided = [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: uri => reportAt(uri)?.text ?? '',
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: ({ uri }) => linksOf(reportAt(uri)) },
    ),
  ]
  return {
    async show(title, report) {
      const uri = Uri.from({ scheme: SCHEME, path: title })
      reports.set(title, report)
      changed.fire(uri)
      const document = await workspace.openTextDocument(uri)
      await window.showTextDocument(await languages.setTextDocumentLanguage(document, 'markdown'), { preview: true })
    },
    dispose: () => provided.forEach(each => void each.dispose()),
  }
}

/** The manuscript that the author is in, or one that stands beside; who has none is told. */
export const shownManuscript = (): Uri | undefined => {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors].flatMap(editor => editor ?? [])
  const documents = editors.map(({ document }) => document)
  const found = documents.find(
    ({ languageId, uri }) => MANUSCRIPT_LANGUAGES.includes(languageId) && uri.scheme !== SCHEME,
  )
  if (!found) void window.showInformationMessage('Open a manuscript first.')
  return found?.uri
}

/** An address as the author knows it: within the workspace when it lies there. */
export const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri))

const linksOf = (report: Report | undefined): DocumentLink[] =>
  (report?.text ?? '').split('\n').flatMap((line, number) => {
    const [place, target] =
      [...report!.links].find(([place]) => line.includes(`- ${place}: `) || line.endsWith(` ${place}`)) ?? []
    if (place === undefined || target === undefined) return []
    const start = line.startsWith('  - ') ? line.indexOf(place) : line.lastIndexOf(place)
    return new DocumentLink(new Range(number, start, number, start + place.length), Uri.parse(target))
  })
