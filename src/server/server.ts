import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver'
import type { Files } from '../workspace/files.ts'
import { type Pace, steadyPace } from '../workspace/pace.ts'
import { serveActions } from './actions.ts'
import { serverCapabilities } from './capabilities.ts'
import { serveCompletion } from './completion.ts'
import { serveDiagnostics } from './diagnostics.ts'
import { serveHover } from './hover.ts'
import { serveInlayHints } from './inlay-hints.ts'
import { serveNavigation } from './navigation.ts'
import { serveOutline } from './outline.ts'
import { servePicker } from './picker.ts'
import { serveReadings } from './reading-progress.ts'
import { serveRename } from './rename.ts'
import { createSession, type Session } from './session.ts'
import { followSettings } from './settings.ts'
import { serveTerms } from './terms.ts'
import { serveTokens } from './tokens.ts'
import { followFiles } from './watching.ts'

/** What the groups of requests register their handlers on. */
export interface Server {
  readonly connection: Connection
  /** The session; before the client has said who it is there is none, and the request is refused. */
  session(): Session
}

/** What has something to do of its own once the client is ready. */
export interface Follower {
  start(): void
  /** Lets go of everything that would still happen by itself. */
  stop(): void
}

/**
 * Answers a client until it leaves. Every group of requests has its own file; none knows of another. `reading` is told which manuscript is being read;
 * `pace` says when bibliographies are read beside that.
 */
export function startServer(
  connection: Connection,
  files: Files,
  reading: (uri: string | undefined) => void = () => undefined,
  pace: Pace = steadyPace,
): void {
  let session: Session | undefined
  const server: Server = {
    connection,
    session: () => {
      if (session) return session
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The server has not been initialized.')
    },
  }

  connection.onInitialize((params: InitializeParams) => {
    session = createSession(connection, files, params, reading, pace)
    return serverCapabilities(session.client)
  })
  serveHover(server)
  serveCompletion(server)
  serveNavigation(server)
  serveRename(server)
  serveActions(server)
  serveOutline(server)
  serveTerms(server)
  serveInlayHints(server)
  serveTokens(server)
  servePicker(server)
  const diagnostics = serveDiagnostics(server)
  const followers = [
    diagnostics,
    followFiles(server, diagnostics),
    followSettings(server, diagnostics),
    serveReadings(server, diagnostics),
  ]
  connection.onInitialized(() => {
    for (const follower of followers) follower.start()
  })
  connection.onShutdown(() => {
    for (const follower of followers) follower.stop()
  })
  connection.listen()
}
