import { parentPort } from 'node:worker_threads'
import { createConnection, Emitter, type Message, ProposedFeatures } from 'vscode-languageserver/node'
import { nodeFiles } from '../workspace/node-files.ts'
import { startServer } from './server.ts'
import type { FromWorker, ToWorker } from './supervisor/supervise.ts'

/** Answers the messages that the main thread passes on, and its question whether anybody is still there. */
export function serve(): void {
  const port = parentPort!
  const say = (message: FromWorker): void => port.postMessage(message)
  process.on('uncaughtException', error => process.stderr.write(`Stroma: ${error.stack ?? error}\n`))
  process.on('unhandledRejection', reason => process.stderr.write(`Stroma: ${String(reason)}\n`))

  const none = new Emitter<never>()
  const quiet = { onError: none.event, onClose: none.event, dispose: () => undefined }
  const reader = {
    ...quiet,
    onPartialMessage: none.event,
    listen(callback: (message: Message) => void) {
      port.on('message', (message: ToWorker) => {
        if ('rpc' in message) callback(message.rpc)
        else say({ alive: message.ping })
      })
      return { dispose: () => undefined }
    },
  }
  const writer = {
    ...quiet,
    write: async (rpc: Message) => say({ rpc }),
    end: () => undefined,
  }
  startServer(createConnection(ProposedFeatures.all, reader, writer), nodeFiles, reading => say({ reading }))
}
