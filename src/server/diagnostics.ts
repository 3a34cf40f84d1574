import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  type Diagnostic as LspDiagnostic,
  ResponseError,
} from 'vscode-languageserver'
import type { Diagnostic } from '../rules/rule.ts'
import { guarded, tell } from './request.ts'
import type { Follower, Server } from './server.ts'
import type { Session } from './session.ts'
import * as toLsp from './to-lsp.ts'

/** How long typing has to rest before findings are sent to a client that does not ask for them, in milliseconds. */
const QUIET = 200
/** Reading that takes longer waits for a rest. */
const LONG = 150
/** How long changes of files are gathered before a client is told to ask again. */
const GATHER = 50

/** For those who learn that something has changed which no client can see: a file, a setting. */
export interface Diagnostics extends Follower {
  /** Has everything checked again. */
  refresh(): void
}

/** Findings on manuscripts when the client asks; on bibliographies, and for clients that never ask, when there are some. */
export function serveDiagnostics(server: Server): Diagnostics {
  const { connection } = server
  const reports = reportCache()
  const published = publisher(server)
  let refreshing: NodeJS.Timeout | undefined

  connection.languages.diagnostics.on(
    guarded(
      server,
      'diagnostics',
      EMPTY,
      async (session, params: DocumentDiagnosticParams, token: CancellationToken) => {
        const uri = params?.textDocument?.uri
        if (typeof uri !== 'string' || !session.isManuscript(uri)) return EMPTY
        const found = await findingsOf(session, uri, token)
        const own = reports.report(uri, found.get(uri) ?? [], params.previousResultId)
        found.delete(uri)
        if (session.client.takesRelatedDocuments && found.size > 0) {
          const related = [...found].map(([other, items]) => [
            other,
            { kind: DocumentDiagnosticReportKind.Full, items },
          ])
          return { ...own, relatedDocuments: Object.fromEntries(related) } as DocumentDiagnosticReport
        }
        if (!session.client.takesRelatedDocuments) published.keep(uri, found)
        return own
      },
    ),
  )

  const refresh = (): void => {
    clearTimeout(refreshing)
    refreshing = setTimeout(() => {
      const { client } = server.session()
      if (client.pullsDiagnostics && client.refreshesDiagnostics) {
        tell(server, () => connection.languages.diagnostics.refresh())
      }
      if (client.refreshesTokens) tell(server, () => connection.languages.semanticTokens.refresh())
      if (client.refreshesHints) tell(server, () => connection.languages.inlayHint.refresh())
      if (!client.pullsDiagnostics) published.schedule(0)
    }, GATHER)
  }

  return {
    refresh,
    start() {
      const session = server.session()
      session.onChange(uri => {
        if (!session.client.pullsDiagnostics) published.schedule(QUIET)
        // No client knows that a bibliography matters to the manuscripts that cite from it, nor when a file has come to rest.
        else if (uri !== undefined && !(session.documents.get(uri) && session.isManuscript(uri))) refresh()
      })
      session.documents.onDidClose(({ document: { uri } }) => published.forget(uri))
    },
    stop() {
      clearTimeout(refreshing)
      published.stop()
    },
  }
}

const EMPTY: FullDocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] }

/** The findings of one manuscript by the file they are in; a check that typing has overtaken is given up. */
async function findingsOf(
  session: Session,
  uri: string,
  token: CancellationToken,
): Promise<Map<string, LspDiagnostic[]>> {
  await rest(session, uri, token)
  const version = session.documents.get(uri)?.version
  const diagnostics = await session.diagnose(uri)
  if (token.isCancellationRequested || session.documents.get(uri)?.version !== version) {
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The document has changed.', { retriggerRequest: true })
  }
  return byFile(session, uri, diagnostics)
}

/** A manuscript that takes long to read is read when typing has come to rest, not once for every letter. */
async function rest(session: Session, uri: string, token: CancellationToken): Promise<void> {
  const cost = session.cost(uri)
  if (cost < LONG) return
  for (let revision = -1; revision !== session.revision && !token.isCancellationRequested; ) {
    revision = session.revision
    await new Promise(resolve => setTimeout(resolve, Math.min(cost, QUIET)))
  }
}

async function byFile(
  session: Session,
  uri: string,
  diagnostics: readonly Diagnostic[],
): Promise<Map<string, LspDiagnostic[]>> {
  const found = new Map<string, LspDiagnostic[]>([[uri, []]])
  for (const diagnostic of diagnostics) {
    const document = toLsp.isShown(diagnostic.uri) ? await session.text(diagnostic.uri) : undefined
    if (!document) continue
    const items = found.get(diagnostic.uri) ?? []
    items.push(await toLsp.diagnostic(session, document, diagnostic))
    found.set(diagnostic.uri, items)
  }
  return found
}

/** Answers “unchanged” when a manuscript's findings are those that the client has. */
function reportCache() {
  const last = new Map<string, { readonly id: string; readonly json: string }>()
  let count = 0
  return {
    report(uri: string, items: LspDiagnostic[], previous: string | undefined): DocumentDiagnosticReport {
      const json = JSON.stringify(items)
      const before = last.get(uri)
      if (before && before.json === json && before.id === previous) {
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id }
      }
      const id = String(++count)
      last.set(uri, { id, json })
      return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items }
    },
  }
}

/** Sends findings, file by file, only when they differ from what was sent; those of a bibliography from all its manuscripts. */
function publisher(server: Server) {
  const byManuscript = new Map<string, Map<string, LspDiagnostic[]>>()
  const sent = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined

  const send = (files: Iterable<string>): void => {
    for (const file of new Set(files)) {
      const items = merged([...byManuscript.values()].flatMap(found => found.get(file) ?? []))
      const json = JSON.stringify(items)
      if ((sent.get(file) ?? '[]') === json) continue
      if (items.length === 0) sent.delete(file)
      else sent.set(file, json)
      tell(server, () => server.connection.sendDiagnostics({ uri: file, diagnostics: items }))
    }
  }
  const keep = (manuscript: string, found: Map<string, LspDiagnostic[]>): void => {
    const before = byManuscript.get(manuscript)?.keys() ?? []
    const files = [...before, ...found.keys()]
    byManuscript.set(manuscript, found)
    send(files)
  }
  const checkAll = async (): Promise<void> => {
    const session = server.session()
    const { revision } = session
    for (const uri of session.documents.keys().filter(session.isManuscript)) {
      const found = await byFile(session, uri, await session.diagnose(uri)).catch(error => {
        server.connection.console.error(`diagnostics failed: ${error}`)
        return new Map<string, LspDiagnostic[]>()
      })
      if (session.revision !== revision) return
      if (session.documents.get(uri)) keep(uri, found)
    }
  }
  return {
    keep,
    forget(manuscript: string): void {
      const files = [...(byManuscript.get(manuscript)?.keys() ?? [])]
      byManuscript.delete(manuscript)
      send(files)
    },
    schedule(delay: number): void {
      clearTimeout(timer)
      timer = setTimeout(() => tell(server, checkAll), delay)
    },
    stop: () => clearTimeout(timer),
  }
}

/** One finding that several manuscripts have on one bibliography is one finding; the order does not tell which came first. */
function merged(items: readonly LspDiagnostic[]): LspDiagnostic[] {
  const unique = new Map(items.map(item => [JSON.stringify([item.range, item.code, item.message]), item]))
  return [...unique]
    .sort(
      (
        [
          a,
          {
            range: { start: first },
          },
        ],
        [
          b,
          {
            range: { start: second },
          },
        ],
      ) => first.line - second.line || first.character - second.character || (a < b ? -1 : 1),
    )
    .map(([, item]) => item)
}
