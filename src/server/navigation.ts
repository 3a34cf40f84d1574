import {
  type Definition,
  type DefinitionLink,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver'
import type { Analysis } from '../analysis/analysis.ts'
import { definition } from '../features/definition.ts'
import { documentHighlight } from '../features/document-highlight.ts'
import { references } from '../features/references.ts'
import type { Subject } from '../features/subject.ts'
import * as fromLsp from './from-lsp.ts'
import { onDocument, onSubject, type Place } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

export function serveNavigation(server: Server): void {
  const { connection } = server
  connection.onDefinition(
    onDocument(server, 'definition', null, async (place, { position }: DefinitionParams) =>
      definitionAt(place, position),
    ),
  )
  connection.onReferences(
    onSubject(
      server,
      'references',
      null,
      async ({ subject, ...place }, { context }: ReferenceParams): Promise<Location[]> => {
        if (!subject) return []
        const others = await otherManuscripts(place, subject)
        const declarations = context?.includeDeclaration === true
        return toLsp.locations(place.session, references(place.analysis, subject, others, declarations))
      },
    ),
  )
  connection.onDocumentHighlight(
    onDocument(
      server,
      'highlight',
      null,
      ({ document, analysis }, { position }: DocumentHighlightParams): DocumentHighlight[] =>
        documentHighlight(analysis, fromLsp.offset(document, position)).map(({ span, definition }) => ({
          range: toLsp.range(document, span),
          kind: definition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
    ),
  )
}

async function definitionAt(place: Place, position: unknown): Promise<Definition | DefinitionLink[] | null> {
  const { session, document, analysis } = place
  const found = definition(analysis, fromLsp.offset(document, position))
  if (!found) return null
  const links: DefinitionLink[] = []
  for (const { uri, span, selection } of found.targets) {
    const target = toLsp.isShown(uri) ? await session.text(uri) : undefined
    if (!target) continue
    links.push({
      originSelectionRange: toLsp.range(document, found.origin),
      targetUri: uri,
      targetRange: toLsp.range(target, span),
      targetSelectionRange: toLsp.range(target, selection),
    })
  }
  if (session.client.takesLocationLinks) return links
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }))
}

/** The manuscripts of the open folders in which the name stands somewhere. */
export async function otherManuscripts(
  { session, analysis, token }: Place,
  subject: Subject | undefined,
): Promise<Analysis[]> {
  if (subject?.kind !== 'citekey' && subject?.kind !== 'label') return []
  const others: Analysis[] = []
  for (const uri of await session.manuscripts()) {
    if (token.isCancellationRequested) return []
    if (uri === analysis.uri) continue
    const text = (await session.text(uri))?.getText()
    if (text?.includes(subject.name)) others.push(await session.analysis(uri))
  }
  return others
}
