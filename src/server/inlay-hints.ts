import type { InlayHint, InlayHintParams } from 'vscode-languageserver'
import { inlayHints } from '../features/inlay-hints.ts'
import * as fromLsp from './from-lsp.ts'
import { onDocument } from './request.ts'
import type { Server } from './server.ts'

/** Expansions of abbreviations, for those who have asked for them. */
export function serveInlayHints(server: Server): void {
  server.connection.languages.inlayHint.on(
    onDocument(server, 'inlay hints', null, async ({ session, document, analysis }, { range }: InlayHintParams) => {
      const { configuration } = await session.inspect(document.uri)
      if (!configuration.showExpansions) return null
      return inlayHints(analysis, fromLsp.span(document, range)).map(
        ({ offset, text }): InlayHint => ({
          position: document.positionAt(offset),
          label: `(${text})`,
          paddingLeft: true,
        }),
      )
    }),
  )
}
