import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type Location as LspLocation,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Diagnostic, Severity } from '../rules/rule.ts'
import type { Edit } from '../text/edit.ts'
import type { Location, Span } from '../text/span.ts'
import type { Session } from './session.ts'

/** Positions of a span; half of a character that takes two units is never given. */
export const range = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
})

export const textEdit = (document: TextDocument, { span, newText }: Edit): TextEdit => ({
  range: range(document, span),
  newText,
})

/** Places in any files; a place in a file that cannot be shown is left out. */
export async function locations(session: Session, places: readonly Location[]): Promise<LspLocation[]> {
  const found = await Promise.all(places.map(place => location(session, place)))
  return found.filter(place => place !== undefined)
}

export async function location(session: Session, { uri, span }: Location): Promise<LspLocation | undefined> {
  const document = isShown(uri) ? await session.text(uri) : undefined
  return document && { uri, range: range(document, span) }
}

/** Whether an editor can open a file: not the lists that Stroma carries in itself. */
export const isShown = (uri: string): boolean => !uri.startsWith('stroma:')

/** One edit over several files, checked against the versions of open documents where the client does that. */
export async function workspaceEdit(
  session: Session,
  edits: Iterable<readonly [string, readonly Edit[]]>,
): Promise<WorkspaceEdit> {
  const files: { readonly document: TextDocument; readonly made: TextEdit[] }[] = []
  for (const [uri, made] of edits) {
    const document = await session.text(uri)
    if (document) files.push({ document, made: made.map(edit => textEdit(document, edit)) })
  }
  if (!session.client.takesDocumentChanges) {
    return { changes: Object.fromEntries(files.map(({ document, made }) => [document.uri, made])) }
  }
  return {
    documentChanges: files.map(({ document: { uri, version }, made }) => ({
      textDocument: { uri, version: session.documents.get(uri) ? version : null },
      edits: made,
    })),
  }
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Rules whose findings are about something that is there for nothing: editors fade it. */
const UNUSED = /^un(?:used|referenced)-/

export async function diagnostic(
  session: Session,
  document: TextDocument,
  { span, rule, severity, message, related = [] }: Diagnostic,
): Promise<LspDiagnostic> {
  const relatedInformation = []
  for (const { message, location: place } of related) {
    const shown = await location(session, place)
    if (shown) relatedInformation.push({ location: shown, message })
  }
  return {
    range: range(document, span),
    severity: SEVERITIES[severity],
    code: rule,
    source: 'stroma',
    message,
    ...(UNUSED.test(rule) && { tags: [DiagnosticTag.Unnecessary] }),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  }
}
