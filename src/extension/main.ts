import { commands, type ExtensionContext } from 'vscode'
import { createClient } from './client.ts'
import { insertCitation } from './insert-citation.ts'
import { registerReport } from './show-bibliographies.ts'
import { createStatusItem } from './status-item.ts'

/** Starts the language server and offers the commands. The commands are there before the server has answered. */
export const activate = async (context: ExtensionContext): Promise<void> => {
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
  await client.start().catch((error: unknown) => client.error('The language server did not start.', error, 'force'))
}
