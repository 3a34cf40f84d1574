import { commands, type ExtensionContext } from 'vscode'
import { createClient } from './client.ts'
import { insertCitation } from './insert-citation.ts'
import { registerReports } from './reports.ts'
import { readBibliographies } from './requests.ts'
import { showBibliographies } from './show-bibliographies.ts'
import { createStatusItem } from './status-item.ts'
import { registerTermCommands } from './terms.ts'

/** Offers the commands and starts the language server, without waiting for it: what asks it something waits by itself. */
export const activate = (context: ExtensionContext): void => {
  const client = createClient(context)
  const reports = registerReports()
  context.subscriptions.push(
    reports,
    createStatusItem(client),
    commands.registerCommand('stroma.insertCitation', () => insertCitation(client)),
    commands.registerCommand('stroma.showBibliographies', () => showBibliographies(client, reports)),
    commands.registerCommand('stroma.readBibliographies', () => readBibliographies(client)),
    ...registerTermCommands(client, reports),
    commands.registerCommand('stroma.restartServer', () => client.restart()),
    { dispose: () => void client.dispose() },
  )
  client.start().catch((error: unknown) => client.error('The language server did not start.', error, 'force'))
}
