import { type CancellationToken, ErrorCodes, LSPErrorCodes, type Position, ResponseError } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Analysis } from '../analysis/analysis.ts'
import { type Subject, subjectAt, subjectInBibliography } from '../features/subject.ts'
import * as fromLsp from './from-lsp.ts'
import type { Server } from './server.ts'
import type { Session } from './session.ts'

/** Where a request asks, and what is known there. */
export interface Place {
  readonly session: Session
  readonly document: TextDocument
  readonly analysis: Analysis
  readonly token: CancellationToken
}

type PositionParams = Params & { readonly position: Position }

type Params = { readonly textDocument: { readonly uri: string } }

/**
 * Wraps the answer to a request on one document: the analysis is of the very text that the client asked about,
 * a cancelled or overtaken request says so, and an answer that fails is logged and becomes `nothing`.
 */
export function onDocument<P extends Params, R, N>(
  server: Server,
  name: string,
  nothing: N,
  answer: (place: Place, params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | N | ResponseError<never>> {
  return guarded(server, name, nothing, async (session, params, token) => {
    const uri = params?.textDocument?.uri
    const document = typeof uri === 'string' ? session.documents.get(uri) : undefined
    if (!document || !session.isManuscript(document.uri)) return nothing
    const { version } = document
    const analysis = await session.analysis(document.uri)
    const overtaken = session.documents.get(document.uri)?.version !== version
    if (overtaken || analysis.manuscript.text.length !== document.getText().length) throw contentModified()
    if (token.isCancellationRequested) throw cancelled()
    return session.working(document.uri, async () => answer({ session, document, analysis, token }, params))
  })
}

/**
 * Wraps the answer to a request about what has a name at a position, in a manuscript or in a bibliography;
 * for the latter, `analysis` is of a manuscript that cites from it.
 */
export function onSubject<P extends PositionParams, R, N>(
  server: Server,
  name: string,
  nothing: N,
  answer: (place: Place & { readonly subject: Subject | undefined }, params: P) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | N | ResponseError<never>> {
  const inManuscript = onDocument(server, name, nothing, (place, params: P) =>
    answer({ ...place, subject: subjectAt(place.analysis, fromLsp.offset(place.document, params.position)) }, params),
  )
  const inBibliography = guarded(server, name, nothing, async (session, params: P, token) => {
    const document = session.documents.get(params.textDocument.uri)
    if (!document) return nothing
    const offset = fromLsp.offset(document, params.position)
    for (const uri of await session.manuscripts()) {
      if (token.isCancellationRequested) throw cancelled()
      const analysis = await session.analysis(uri)
      const subject = subjectInBibliography(analysis, document.uri, offset)
      if (subject) return answer({ session, document, analysis, token, subject }, params)
    }
    return nothing
  })
  return (params, token) => {
    const uri = params?.textDocument?.uri
    const known = typeof uri === 'string' ? server.session().documents.get(uri) : undefined
    return known && !server.session().isManuscript(known.uri)
      ? inBibliography(params, token)
      : inManuscript(params, token)
  }
}

/** Wraps any answer: refused before there is a session; a fault costs this answer and nothing else. */
export function guarded<P, R, N>(
  server: Server,
  name: string,
  nothing: N,
  answer: (session: Session, params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | N | ResponseError<never>> {
  return async (params, token) => {
    try {
      return await answer(server.session(), params, token)
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<never>
      server.connection.console.error(
        `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      )
      return nothing
    }
  }
}

export const cancelled = (): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')

export const contentModified = (): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since the request.')

export const invalid = (message: string): ResponseError<never> => new ResponseError(ErrorCodes.InvalidParams, message)

/** Says or asks something of the client of the server's own accord; a client that is gone or refuses is no fault. */
export function tell({ connection }: Pick<Server, 'connection'>, said: () => Promise<unknown>): void {
  Promise.resolve()
    .then(said)
    .catch((error: unknown) => {
      try {
        connection.console.log(`The client did not take it: ${error}`)
      } catch {
        // There is nobody left to tell.
      }
    })
}
