import type { InitializeParams } from 'vscode-languageserver'

/** What the server needs to know of its client. */
export interface Client {
  /** The client asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly takesRelatedDocuments: boolean
  readonly refreshesTokens: boolean
  readonly refreshesHints: boolean
  readonly answersConfiguration: boolean
  readonly registersWatchers: boolean
  readonly watchesRelativePatterns: boolean
  readonly registersConfiguration: boolean
  readonly followsFolders: boolean
  readonly takesDocumentChanges: boolean
  readonly takesLocationLinks: boolean
  readonly takesSymbolTrees: boolean
  readonly showsProgress: boolean
  /** Folders that are open, each with a slash at the end; the list changes as folders come and go. */
  readonly roots: string[]
}

export function clientOf({ capabilities, workspaceFolders, rootUri }: InitializeParams): Client {
  const { textDocument, window, workspace } = capabilities ?? {}
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    takesRelatedDocuments: textDocument?.diagnostic?.relatedDocumentSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesRelativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    followsFolders: workspace?.workspaceFolders === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    takesLocationLinks: textDocument?.definition?.linkSupport === true,
    takesSymbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    showsProgress: window?.workDoneProgress === true,
    roots: folders.filter(uri => typeof uri === 'string').map(asFolder),
  }
}

/** The URI of a folder as the workspace has it. */
export const asFolder = (uri: string): string => (uri.endsWith('/') ? uri : `${uri}/`)
