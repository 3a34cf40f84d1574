import { type Connection, RequestType0 } from 'vscode-languageserver'
import type { Progress } from '../workspace/bibliography-readings.ts'
import { nameOf } from '../workspace/uri.ts'
import type { Client } from './client.ts'
import type { Diagnostics } from './diagnostics.ts'
import { guarded, tell } from './request.ts'
import type { Follower, Server } from './server.ts'

/** For “Read Bibliographies”: reads those whose reading the author had cancelled. */
export const readBibliographiesRequest = new RequestType0<null, void>('stroma/readBibliographies')

/** Shows how far the reading of a large bibliography is, where the client can, and lets the author cancel it. */
export const readingProgress =
  (connection: Connection, client: Client) =>
  (uri: string, cancel: () => void): Progress => {
    if (!client.showsProgress) return { report: () => undefined, end: () => undefined }
    let shown = 0
    let isOver = false
    const created = connection.window.createWorkDoneProgress()
    const say = (said: (progress: Awaited<typeof created>) => void): void =>
      tell({ connection }, async () => said(await created))
    say(progress => {
      progress.begin(`Reading ${nameOf(uri)}`, 0, undefined, true)
      progress.token.onCancellationRequested(cancel)
    })
    return {
      report(part) {
        const percent = Math.floor(part * 100)
        if (percent <= shown || isOver) return
        shown = percent
        say(progress => progress.report(percent))
      },
      end() {
        isOver = true
        say(progress => progress.done())
      },
    }
  }

/** Reads again what the author asks for, and nothing more when the client is leaving. */
export function serveReadings(server: Server, diagnostics: Diagnostics): Follower {
  const answer = guarded(server, 'reading bibliographies', null, session => {
    session.readAgain()
    diagnostics.refresh()
    return null
  })
  server.connection.onRequest(readBibliographiesRequest, token => answer(undefined, token))
  return { start: () => undefined, stop: () => server.session().stop() }
}
