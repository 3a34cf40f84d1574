import { CodeActionKind, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver'
import { version } from '../../package.json'
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semantic-tokens.ts'
import type { Client } from './client.ts'

/** What the server tells a client it can do. */
export const serverCapabilities = (client: Client): InitializeResult => ({
  serverInfo: { name: 'Stroma', version },
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'stroma', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['@', '{', '^', '(', '#', '`', ','], resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    inlayHintProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
})

/** Makes every safe fix of a document at once. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.stroma`
