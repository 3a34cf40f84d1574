import { commands, type ExtensionContext } from 'vscode'

export const activate = (context: ExtensionContext) => {
  for (const name of ['insertCitation', 'showBibliographies', 'restartServer'])
    context.subscriptions.push(commands.registerCommand(`stroma.${name}`, () => undefined))
}
