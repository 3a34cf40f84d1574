import type { Message } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isRequest, isResponse } from './messages.ts'

interface Opened {
  readonly textDocument: { uri: string; languageId: string; version: number; text: string }
}

/** The documents of the client as they stand, so that another worker can be told of them. */
export function openDocuments() {
  const documents = new Map<string, TextDocument>()
  const opened = (document: TextDocument): Opened => ({
    textDocument: {
      uri: document.uri,
      languageId: document.languageId,
      version: document.version,
      text: document.getText(),
    },
  })
  return {
    /** Keeps up with a message, and says which document it is about. What makes no sense is left to the worker to refuse. */
    follow(message: Message): string | undefined {
      if (isResponse(message) || !('params' in message)) return undefined
      const { textDocument, contentChanges } = (message.params ?? {}) as {
        textDocument?: Partial<Opened['textDocument']>
        contentChanges?: []
      }
      const uri = textDocument?.uri
      if (typeof uri !== 'string') return undefined
      if (isRequest(message)) return uri
      const { method } = message as unknown as { method: string }
      const known = documents.get(uri)
      try {
        if (method === 'textDocument/didOpen') {
          const { languageId = '', version = 0, text = '' } = textDocument!
          documents.set(uri, TextDocument.create(uri, languageId, version, text))
        } else if (method === 'textDocument/didChange' && known && Array.isArray(contentChanges)) {
          documents.set(uri, TextDocument.update(known, contentChanges, textDocument!.version ?? known.version))
        } else if (method === 'textDocument/didClose') documents.delete(uri)
      } catch {
        // The worker refuses it too.
      }
      return uri
    },
    get: (uri: string): Opened | undefined => {
      const document = documents.get(uri)
      return document && opened(document)
    },
    all: (): Opened[] => [...documents.values()].map(opened),
  }
}
