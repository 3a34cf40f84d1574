import {
  type DocumentLink,
  type DocumentLinkParams,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { documentLinks } from '../features/document-links.ts'
import * as feature from '../features/document-symbols.ts'
import { type WorkspaceSymbol, workspaceSymbols } from '../features/workspace-symbols.ts'
import { guarded, onDocument } from './request.ts'
import type { Server } from './server.ts'
import type { Session } from './session.ts'
import * as toLsp from './to-lsp.ts'

/** Manuscripts beyond these are not searched for symbols. */
const MOST_MANUSCRIPTS = 200

export function serveOutline(server: Server): void {
  const { connection } = server
  connection.onDocumentSymbol(
    onDocument(
      server,
      'outline',
      null,
      ({ session, document, analysis }, _: DocumentSymbolParams): DocumentSymbol[] | SymbolInformation[] => {
        const symbols = documentSymbols(document, feature.documentSymbols(analysis))
        return session.client.takesSymbolTrees ? symbols : flattened(document.uri, symbols)
      },
    ),
  )
  connection.onWorkspaceSymbol(
    guarded(server, 'workspace symbols', null, (session, { query }: WorkspaceSymbolParams) =>
      symbolsOf(session, typeof query === 'string' ? query : ''),
    ),
  )
  connection.onDocumentLinks(
    onDocument(server, 'links', null, ({ document, analysis }, _: DocumentLinkParams): DocumentLink[] =>
      documentLinks(analysis).map(({ span, target, tooltip }) => ({
        range: toLsp.range(document, span),
        target,
        tooltip,
      })),
    ),
  )
}

const KINDS: Record<feature.DocumentSymbol['kind'], SymbolKind> = {
  heading: SymbolKind.String,
  figure: SymbolKind.Object,
  table: SymbolKind.Array,
  equation: SymbolKind.Operator,
  section: SymbolKind.String,
  listing: SymbolKind.Function,
  theorem: SymbolKind.Class,
  callout: SymbolKind.Event,
  custom: SymbolKind.Object,
  anchor: SymbolKind.Key,
}

const documentSymbols = (document: TextDocument, symbols: readonly feature.DocumentSymbol[]): DocumentSymbol[] =>
  symbols.map(({ name, detail, kind, span, selection, children }) => ({
    name,
    detail,
    kind: KINDS[kind],
    range: toLsp.range(document, span),
    selectionRange: toLsp.range(document, selection),
    children: documentSymbols(document, children),
  }))

const flattened = (uri: string, symbols: readonly DocumentSymbol[]): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range } },
    ...flattened(uri, children),
  ])

async function symbolsOf(session: Session, query: string): Promise<SymbolInformation[]> {
  const analyses = []
  for (const uri of (await session.manuscripts()).slice(0, MOST_MANUSCRIPTS)) {
    analyses.push(await session.analysis(uri))
  }
  const found: SymbolInformation[] = []
  for (const symbol of workspaceSymbols(analyses, query)) {
    const location = await toLsp.location(session, { uri: symbol.uri, span: symbol.selection })
    if (location) found.push({ name: symbol.name, kind: kindOf(symbol), location, containerName: symbol.container })
  }
  return found
}

const kindOf = ({ kind }: WorkspaceSymbol): SymbolKind =>
  kind === 'reference' ? SymbolKind.Field : kind === 'heading' ? SymbolKind.String : SymbolKind.Key
