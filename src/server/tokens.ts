import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type SemanticToken, semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semantic-tokens.ts'
import * as fromLsp from './from-lsp.ts'
import { onDocument } from './request.ts'
import type { Server } from './server.ts'

export function serveTokens(server: Server): void {
  const { semanticTokens: tokens } = server.connection.languages
  tokens.on(
    onDocument(server, 'tokens', NONE, ({ document, analysis }, _: SemanticTokensParams) =>
      encoded(document, semanticTokens(analysis)),
    ),
  )
  tokens.onRange(
    onDocument(server, 'tokens', NONE, ({ document, analysis }, { range }: SemanticTokensRangeParams) =>
      encoded(document, semanticTokens(analysis, fromLsp.span(document, range))),
    ),
  )
}

const NONE: SemanticTokens = { data: [] }

/** Tokens of several lines are given line by line: few editors take them otherwise. */
function encoded(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const text = document.getText()
  const builder = new SemanticTokensBuilder()
  for (const { span, type, modifiers } of tokens) {
    const bits = modifiers.reduce((bits, modifier) => bits | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0)
    let start = span.start
    for (const line of text.slice(span.start, span.end).split(/(\r\n|\n|\r)/)) {
      if (line !== '' && !/^[\r\n]/.test(line)) {
        const { line: row, character } = document.positionAt(start)
        builder.push(row, character, line.length, TOKEN_TYPES.indexOf(type), bits)
      }
      start += line.length
    }
  }
  return builder.build()
}
