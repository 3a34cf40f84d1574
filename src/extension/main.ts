import { commands, type ExtensionContext } from 'vscode'
import { createClient } from './client.ts'
import { insertCitation } from './insert-citation.ts'
import { registerReport } from './show-bibliographies.ts'
import { createStatusItem } from './status-item.ts'

/** Offers the commands and starts the language server, without waiting for it: what asks it something waits by itself. */
export const activate = (context: ExtensionContext): void => {
  const client = createClient(context)
  const report = registerReport(client)
  context.subscriptions.push(
    report,
    createStatusItem(client),
    commands.registerCommand('stroma.insertCitation', () => insertCitation(client)),
    commands.registerCommand('stroma.showBibliographies', () => report.show()),
    commands.registerCommand('stroma.restartServer', () => client.restart()),
    { dispose: () => void client.dispose() },
  )
  client.start().catch((error: unknown) => client.error('The language server did not start.', error, 'force'))
}
