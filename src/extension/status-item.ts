import { type Disposable, LanguageStatusSeverity, languages, window } from 'vscode'
import { type LanguageClient, State } from 'vscode-languageclient/node'
import { MANUSCRIPT_LANGUAGES } from './client.ts'
import { askForBibliographies, type BibliographiesReport } from './requests.ts'

/** How long to wait for quiet before asking again, in milliseconds. */
const PAUSE = 400

/** The status item of a manuscript: how many references it can cite, and whether a bibliography gave trouble. */
export const createStatusItem = (client: LanguageClient): Disposable => {
  const item = languages.createLanguageStatusItem('stroma.bibliographies', MANUSCRIPT_LANGUAGES)
  item.name = 'Stroma'
  item.command = { command: 'stroma.showBibliographies', title: 'Show bibliographies' }
  let timer: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(update, PAUSE)
  }
  const update = async () => {
    const document = window.activeTextEditor?.document
    if (client.state !== State.Running || !document || !MANUSCRIPT_LANGUAGES.includes(document.languageId)) return
    item.busy = true
    try {
      const report = await askForBibliographies(client, document.uri.toString())
      if (report) Object.assign(item, statusOf(report))
      if (report?.sources.some(({ unread }) => unread === 'reading')) later()
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      Object.assign(item, { text: 'No answer from Stroma', detail, severity: LanguageStatusSeverity.Error })
    } finally {
      item.busy = false
    }
  }
  const listeners = [
    window.onDidChangeActiveTextEditor(later),
    languages.onDidChangeDiagnostics(later),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) return later()
      item.busy = newState === State.Starting
      item.text = newState === State.Starting ? 'Stroma is starting' : 'Stroma is not running'
    }),
  ]
  return {
    dispose() {
      clearTimeout(timer)
      for (const listener of listeners) listener.dispose()
      item.dispose()
    },
  }
}

const statusOf = ({ dialect, sources }: BibliographiesReport) => {
  const references = sources.reduce((sum, source) => sum + source.references, 0)
  const unread = sources.find(({ unread }) => unread !== undefined)
  const problems = sources.reduce((sum, { failure, problems }) => sum + problems.length + (failure ? 1 : 0), 0)
  const text = `${references} ${references === 1 ? 'reference' : 'references'}`
  if (unread) {
    return unread.unread === 'reading'
      ? { text, detail: `${unread.path} is being read`, severity: LanguageStatusSeverity.Information }
      : { text, detail: `reading ${unread.path} was cancelled`, severity: LanguageStatusSeverity.Warning }
  }
  return {
    text,
    detail: problems === 0 ? dialect : `${problems} ${problems === 1 ? 'problem' : 'problems'} in bibliographies`,
    severity: problems === 0 ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning,
  }
}
