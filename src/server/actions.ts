import { type CodeAction, CodeActionKind, type CodeActionParams, type Position } from 'vscode-languageserver'
import type { Analysis } from '../analysis/analysis.ts'
import { abbreviationActions } from '../features/abbreviation-actions.ts'
import { addReference, ownBibliography } from '../features/add-reference.ts'
import { codeActions, safeFixes } from '../features/code-actions.ts'
import { duplicatesOf, mergeDuplicates } from '../features/merge-duplicates.ts'
import { type Subject, subjectAt } from '../features/subject.ts'
import { FIX_ALL } from './capabilities.ts'
import * as fromLsp from './from-lsp.ts'
import { onSubject, type Place } from './request.ts'
import type { Server } from './server.ts'
import * as toLsp from './to-lsp.ts'

export function serveActions(server: Server): void {
  const answer = onSubject(
    server,
    'code actions',
    null,
    async (
      { subject, ...place },
      { range, context }: CodeActionParams & { position: Position },
    ): Promise<CodeAction[]> => {
      const wanted = (kind: string): boolean =>
        !Array.isArray(context?.only) || context.only.some(only => kind === only || kind.startsWith(`${only}.`))
      const merges = wanted(CodeActionKind.QuickFix) ? await mergings(place, subject) : []
      if (!place.session.isManuscript(place.document.uri)) return merges
      return [
        ...(wanted(CodeActionKind.QuickFix)
          ? [...(await quickFixes(place, range)), ...(await additions(place, range)), ...merges]
          : []),
        ...(wanted(CodeActionKind.RefactorRewrite) ? await rewritings(place, range) : []),
        ...(wanted(FIX_ALL) && context?.only ? await fixAll(place) : []),
      ]
    },
  )
  server.connection.onCodeAction((params, token) =>
    answer({ ...params, position: params?.range?.start ?? { line: 0, character: 0 } }, token),
  )
}

/** For a citekey in a manuscript or a bibliography that is one of two for the same work. */
async function mergings(place: Place, subject: Subject | undefined): Promise<CodeAction[]> {
  const { session, analysis } = place
  const reference = subject?.kind === 'citekey' ? analysis.library.references.get(subject.name) : undefined
  const same = reference ? duplicatesOf(analysis, reference) : []
  if (!reference || same.length === 0) return []
  const texts = new Map<string, string>()
  for (const uri of new Set([reference, ...same].map(({ location }) => location.uri))) {
    const document = toLsp.isShown(uri) ? await session.text(uri) : undefined
    if (document) texts.set(uri, document.getText())
  }
  const others: Analysis[] = []
  for (const uri of await session.manuscripts()) if (uri !== analysis.uri) others.push(await session.analysis(uri))
  const merged = mergeDuplicates(analysis, reference.citekey, others, uri => texts.get(uri))
  return Promise.all(
    merged.map(async ({ title, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      edit: await toLsp.workspaceEdit(session, edits),
    })),
  )
}

async function quickFixes({ session, document, analysis }: Place, range: unknown): Promise<CodeAction[]> {
  const findings = await session.diagnose(document.uri)
  const selection = fromLsp.span(document, range)
  const actions = codeActions(analysis.manuscript, document.uri, selection, findings)
  return Promise.all(
    actions.map(async ({ title, finding, uri, edits, preferred }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [await toLsp.diagnostic(session, document, finding)],
      edit: await toLsp.workspaceEdit(session, [[uri, edits]]),
      ...(preferred && { isPreferred: true }),
    })),
  )
}

/** Entries for unresolved citekeys that some other library of this session has. */
async function additions({ session, document, analysis }: Place, range: unknown): Promise<CodeAction[]> {
  const own = ownBibliography(analysis)
  const target = own && (await session.text(own.uri))
  if (!target) return []
  const { start, end } = fromLsp.span(document, range)
  const findings = (await session.diagnose(document.uri)).filter(
    ({ rule, span }) => rule === 'unresolved-citation' && span.start <= end && start <= span.end,
  )
  const actions: CodeAction[] = []
  for (const finding of findings) {
    const subject = subjectAt(analysis, finding.span.start)
    const found = subject?.kind === 'citekey' ? await session.findReference(subject.name) : undefined
    const addition = found && addReference(analysis, subject!.name, found.reference, found.from, target.getText())
    if (!addition) continue
    actions.push({
      title: addition.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [await toLsp.diagnostic(session, document, finding)],
      edit: await toLsp.workspaceEdit(session, [[addition.uri, [addition.edit]]]),
    })
  }
  return actions
}

async function rewritings({ session, document, analysis }: Place, range: unknown): Promise<CodeAction[]> {
  const actions = abbreviationActions(analysis, fromLsp.span(document, range).start)
  return Promise.all(
    actions.map(async ({ title, edits }) => ({
      title,
      kind: CodeActionKind.RefactorRewrite,
      edit: await toLsp.workspaceEdit(session, [[document.uri, edits]]),
    })),
  )
}

async function fixAll({ session, document }: Place): Promise<CodeAction[]> {
  const edits = safeFixes(document.uri, await session.diagnose(document.uri))
  if (edits.length === 0) return []
  const edit = await toLsp.workspaceEdit(session, [[document.uri, edits]])
  return [{ title: 'Make all safe fixes', kind: FIX_ALL, edit }]
}
