import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { prepareRename, rename, type TextOf } from '../features/rename.ts'
import { findReference, subjectAt } from '../features/subject.ts'
import * as fromLsp from './from-lsp.ts'
import { otherManuscripts } from './navigation.ts'
import { invalid, onDocument, type Place } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

export function serveRename(server: Server): void {
  const { connection } = server
  connection.onPrepareRename(
    onDocument(
      server,
      'preparing a rename',
      null,
      async (place, { position }: PrepareRenameParams): Promise<PrepareRenameResult> => {
        const offset = fromLsp.offset(place.document, position)
        const found = prepareRename(place.analysis, offset, await bibliographyText(place, offset))
        if ('refusal' in found) throw refused(found.refusal)
        return { range: toLsp.range(place.document, found.span), placeholder: found.name }
      },
    ),
  )
  connection.onRenameRequest(
    onDocument(server, 'rename', null, async (place, { position, newName }: RenameParams): Promise<WorkspaceEdit> => {
      if (typeof newName !== 'string') throw invalid('The new name is missing.')
      const offset = fromLsp.offset(place.document, position)
      const others = await otherManuscripts(place, offset)
      const made = rename(place.analysis, offset, newName, others, await bibliographyText(place, offset))
      if ('refusal' in made) throw refused(made.refusal)
      return toLsp.workspaceEdit(place.session, made.edits)
    }),
  )
}

/** The text of the bibliography that the reference at `offset` stands in; of no other file. */
async function bibliographyText({ session, analysis }: Place, offset: number): Promise<TextOf> {
  const subject = subjectAt(analysis, offset)
  const reference = subject?.kind === 'citekey' ? findReference(analysis.library, subject.name) : undefined
  const uri = reference?.location.uri
  const text = uri !== undefined && toLsp.isShown(uri) ? (await session.text(uri))?.getText() : undefined
  return wanted => (wanted === uri ? text : undefined)
}

const refused = (message: string): ResponseError<never> => new ResponseError(LSPErrorCodes.RequestFailed, message)
