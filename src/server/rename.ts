import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { prepareRename, rename, type TextOf } from '../features/rename.ts'
import { findReference, type Subject } from '../features/subject.ts'
import { otherManuscripts } from './navigation.ts'
import { invalid, onSubject, type Place } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

export function serveRename(server: Server): void {
  const { connection } = server
  connection.onPrepareRename(
    onSubject(
      server,
      'preparing a rename',
      null,
      async ({ subject, ...place }, _: PrepareRenameParams): Promise<PrepareRenameResult> => {
        const found = prepareRename(place.analysis, subject, await bibliographyText(place, subject))
        if ('refusal' in found) throw refused(found.refusal)
        return { range: toLsp.range(place.document, found.span), placeholder: found.name }
      },
    ),
  )
  connection.onRenameRequest(
    onSubject(
      server,
      'rename',
      null,
      async ({ subject, ...place }, { newName }: RenameParams): Promise<WorkspaceEdit> => {
        if (typeof newName !== 'string') throw invalid('The new name is missing.')
        const others = await otherManuscripts(place, subject)
        const made = rename(place.analysis, subject, newName, others, await bibliographyText(place, subject))
        if ('refusal' in made) throw refused(made.refusal)
        return toLsp.workspaceEdit(place.session, made.edits)
      },
    ),
  )
}

/** The text of the bibliography that the reference stands in; of no other file. */
async function bibliographyText({ session, analysis }: Place, subject: Subject | undefined): Promise<TextOf> {
  const reference = subject?.kind === 'citekey' ? findReference(analysis.library, subject.name) : undefined
  const uri = reference?.location.uri
  const text = uri !== undefined && toLsp.isShown(uri) ? (await session.text(uri))?.getText() : undefined
  return wanted => (wanted === uri ? text : undefined)
}

const refused = (message: string): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestFailed, message)
