import { DidChangeConfigurationNotification } from 'vscode-languageserver'
import type { Diagnostics } from './diagnostics.ts'
import { tell } from './request.ts'
import type { Follower, Server } from './server.ts'

const SECTION = 'stroma'

/** Takes the editor's settings over when the session starts and whenever they change; nothing waits for them. */
export function followSettings(server: Server, diagnostics: Diagnostics): Follower {
  const { connection } = server
  let asked = 0

  const ask = async (): Promise<void> => {
    const turn = ++asked
    const settings: unknown = await connection.workspace.getConfiguration(SECTION)
    // An answer that a later one has overtaken tells of settings that are no more.
    if (turn !== asked) return
    server.session().configure(settings ?? {})
    diagnostics.refresh()
  }
  const askQuietly = (): void => tell(server, ask)

  connection.onDidChangeConfiguration(({ settings }) => {
    const session = server.session()
    if (session.client.answersConfiguration) return askQuietly()
    session.configure((settings as Record<string, unknown> | undefined)?.[SECTION] ?? {})
    diagnostics.refresh()
  })
  return {
    start() {
      const { client } = server.session()
      if (client.registersConfiguration) {
        tell(server, () => connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }))
      }
      if (client.answersConfiguration) askQuietly()
    },
    stop: () => undefined,
  }
}
