import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver'
import { hover } from '../features/hover/hover.ts'
import * as fromLsp from './from-lsp.ts'
import { onDocument } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

export function serveHover(server: Server): void {
  server.connection.onHover(
    onDocument(
      server,
      'hover',
      null,
      async ({ document, analysis }, { position }: HoverParams): Promise<Hover | null> => {
        await analysis.citationStyle?.prepare()
        const found = hover(analysis, fromLsp.offset(document, position))
        return found
          ? { range: toLsp.range(document, found.span), contents: { kind: MarkupKind.Markdown, value: found.markdown } }
          : null
      },
    ),
  )
}
