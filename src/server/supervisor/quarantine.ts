import type { Message } from 'vscode-languageserver/node'
import type { Request } from './messages.ts'

/** How long a manuscript is left alone after a worker was lost to it, in seconds; each further time doubles it. */
const REST = 30

/** Manuscripts that no worker could get through. They are tried again when their text has changed and some time has passed. */
export function quarantine() {
  const held = new Map<string, { rest: number }>()
  const times = new Map<string, number>()
  return {
    hold(uri: string): void {
      const before = times.get(uri) ?? 0
      times.set(uri, before + 1)
      held.set(uri, { rest: REST * 2 ** Math.min(before, 6) })
    },
    holds: (uri: string): boolean => held.has(uri),
    /** One second has passed. */
    tick(): void {
      for (const one of held.values()) one.rest--
    },
    /** Takes note of a change; says whether the manuscript is to be tried again. */
    changed(uri: string, method: string): boolean {
      const released = method === 'textDocument/didClose' || held.get(uri)!.rest <= 0
      if (released) held.delete(uri)
      return released && method !== 'textDocument/didClose'
    },
    /** What is said of such a manuscript: that it is not checked, and nothing else. */
    answer({ id, method }: Request): Message {
      const start = { line: 0, character: 0 }
      const diagnostic = {
        range: { start, end: start },
        severity: 1,
        code: 'unread-passage',
        source: 'stroma',
        message:
          'Stroma could not read this file in reasonable time and has given up on it, so nothing in it is checked. Look for brackets, quotes or marks that are repeated or nested hundreds of times; once they are gone, reopen the file.',
      }
      const result = method === 'textDocument/diagnostic' ? { kind: 'full', items: [diagnostic] } : null
      return { jsonrpc: '2.0', id, result } as Message
    },
  }
}
