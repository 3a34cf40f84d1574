import { window, workspace } from 'vscode'
import type { LanguageClient } from 'vscode-languageclient/node'
import { reportOf } from './bibliographies-report.ts'
import { nameOf, type Reports, shownManuscript } from './reports.ts'
import { askForBibliographies } from './requests.ts'

/** “Stroma: Show Bibliographies”: what was loaded, how many references, what failed and where it looked, as a page. */
export const showBibliographies = async (client: LanguageClient, reports: Reports): Promise<void> => {
  const uri = shownManuscript()
  if (!uri) return
  const answer = await askForBibliographies(client, uri.toString())
  if (answer) await reports.show('Bibliographies', reportOf(workspace.asRelativePath(uri), answer, nameOf))
  else void window.showErrorMessage('The bibliographies could not be listed. The output “Stroma” says why.')
}
