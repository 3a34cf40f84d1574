import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  MarkupKind,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { GENERAL_SETTINGS } from '../config/settings.ts'
import * as feature from '../features/completion/completion.ts'
import { citationMarkdown } from '../features/hover/citation.ts'
import * as fromLsp from './from-lsp.ts'
import { guarded, onDocument } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

const KINDS: Record<feature.CompletionKind, CompletionItemKind> = {
  reference: CompletionItemKind.Reference,
  label: CompletionItemKind.Constant,
  footnote: CompletionItemKind.Text,
  term: CompletionItemKind.Text,
  note: CompletionItemKind.Text,
}

/** What an item carries so that its documentation can be made when someone looks at it. */
interface ItemData {
  readonly uri: string
  readonly citekey: string
}

export function serveCompletion(server: Server): void {
  const { connection } = server
  connection.onCompletion(
    onDocument(
      server,
      'completion',
      null,
      async ({ session, document, analysis }, { position }: CompletionParams): Promise<CompletionList | null> => {
        const { configuration } = await session.inspect(document.uri)
        const withTerms = configuration.completeTerms ?? GENERAL_SETTINGS.completeTerms.default
        const found = feature.complete(analysis, fromLsp.offset(document, position), { withTerms })
        return found
          ? { isIncomplete: found.incomplete, items: found.items.map((item, index) => toItem(document, item, index)) }
          : null
      },
    ),
  )

  connection.onCompletionResolve((item, token) =>
    guarded(server, 'completion details', item, async (session, item: CompletionItem) => {
      const data = item.data as Partial<ItemData> | undefined
      if (typeof data?.uri !== 'string' || typeof data.citekey !== 'string') return item
      const analysis = await session.analysis(data.uri)
      const { references, offered } = analysis.library
      const reference = references.get(data.citekey) ?? offered.references.get(data.citekey)
      if (!reference) return item
      await analysis.citationStyle?.prepare()
      return {
        ...item,
        documentation: { kind: MarkupKind.Markdown, value: citationMarkdown(analysis, reference) },
      }
    })(item, token),
  )
}

function toItem(document: TextDocument, item: feature.CompletionItem, index: number): CompletionItem {
  const { kind, label, description, detail, edit, filterText, reference } = item
  return {
    label,
    kind: KINDS[kind],
    ...(description && { labelDetails: { description } }),
    ...(detail && { detail }),
    textEdit: toLsp.textEdit(document, edit),
    filterText,
    sortText: String(index).padStart(4, '0'),
    ...(reference && { data: { uri: document.uri, citekey: reference.citekey } satisfies ItemData }),
  }
}
