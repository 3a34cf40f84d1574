import { type Position, type Range, RequestType } from 'vscode-languageserver'
import { shortLabel } from '../bibliography/describe.ts'
import { clashes } from '../bibliography/merge-library.ts'
import type { BibliographySource, Reference } from '../bibliography/reference.ts'
import { searchReferences } from '../features/completion/search.ts'
import { titleLine } from '../features/hover/reference.ts'
import { citationInsertion } from '../features/insertion.ts'
import { citationItems } from '../features/subject.ts'
import * as fromLsp from './from-lsp.ts'
import { guarded } from './request.ts'
import type { Server } from './server.ts'
import type { Session } from './session.ts'
import * as toLsp from './to-lsp.ts'

/** For “Show Bibliographies”: what one manuscript's references come from. */
export interface BibliographiesReport {
  readonly dialect: string
  readonly projectFile?: string
  /** In the order in which they are merged. */
  readonly sources: readonly SourceReport[]
  /** Citekeys that several references have: the reference that counts, and the one that does not. */
  readonly duplicates: readonly {
    readonly citekey: string
    readonly winner: PlaceReport
    readonly loser: PlaceReport
  }[]
  /** The style (`csl:`) that references are shown in, and why it is not, where it cannot be used. */
  readonly style?: { readonly path: string; readonly failure?: string }
}

/** Where something stands; no line where the file cannot be shown. */
export interface PlaceReport {
  readonly uri: string
  /** From 1. */
  readonly line?: number
}

export interface SourceReport {
  readonly path: string
  readonly declaredIn: BibliographySource['declaredIn']
  readonly uri?: string
  readonly format?: string
  readonly references: number
  readonly problems: readonly { readonly message: string; readonly uri: string; readonly range?: Range }[]
  /** Addresses looked at, in order. */
  readonly looked: readonly string[]
  readonly failure?: string
  /** What is worth knowing although it was read. */
  readonly note?: string
  /** It is being read, or that was cancelled; `references` are those that were read before. */
  readonly unread?: 'reading' | 'cancelled'
}

/** For “Insert Citation”: references that answer to a query, best first, and the text that cites each at the position. */
export interface SearchReferencesParams {
  readonly uri: string
  readonly query: string
  readonly position: Position
  readonly limit?: number
}

export interface FoundReference {
  readonly citekey: string
  /** Authors and year. */
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly insertText: string
}

export const bibliographiesRequest = new RequestType<{ readonly uri: string }, BibliographiesReport | null, void>(
  'stroma/bibliographies',
)
export const searchReferencesRequest = new RequestType<
  SearchReferencesParams,
  { readonly items: readonly FoundReference[] },
  void
>('stroma/searchReferences')

export function servePicker(server: Server): void {
  const { connection } = server
  connection.onRequest(
    bibliographiesRequest,
    guarded(server, 'bibliographies', null, (session, { uri }) => report(session, uri)),
  )
  connection.onRequest(
    searchReferencesRequest,
    guarded(server, 'search', { items: [] }, async (session, params) => ({ items: await search(session, params) })),
  )
}

async function report(session: Session, uri: string): Promise<BibliographiesReport> {
  const { analysis, projectFile, citationStyle } = await session.inspect(uri)
  await citationStyle?.style?.prepare()
  const failure = citationStyle?.failure()
  const style = citationStyle && { path: citationStyle.path, ...(failure !== undefined && { failure }) }
  const { library, manuscript } = analysis
  return {
    dialect: manuscript.dialect,
    sources: await Promise.all(
      [...library.sources, ...library.offered.sources].map(source => sourceReport(session, source)),
    ),
    duplicates: await Promise.all(
      clashes(library).map(async ({ citekey, winner, loser }) => ({
        citekey,
        winner: await placeReport(session, winner),
        loser: await placeReport(session, loser),
      })),
    ),
    ...(projectFile !== undefined && { projectFile }),
    ...(style && { style }),
  }
}

async function placeReport(session: Session, { location: { uri }, citekeySpan }: Reference): Promise<PlaceReport> {
  const document = await session.text(uri)
  return { uri, ...(document && { line: toLsp.range(document, citekeySpan).start.line + 1 }) }
}

async function sourceReport(
  session: Session,
  { path, declaredIn, looked, bibliography, failure, note, unread }: BibliographySource,
): Promise<SourceReport> {
  const document = bibliography && (await session.text(bibliography.uri))
  return {
    path,
    declaredIn,
    looked,
    references: bibliography?.references.length ?? 0,
    problems: (bibliography?.problems ?? []).map(({ message, span }) => ({
      message,
      uri: bibliography!.uri,
      ...(document && { range: toLsp.range(document, span) }),
    })),
    ...(bibliography && { format: bibliography.format }),
    ...(bibliography && toLsp.isShown(bibliography.uri) && { uri: bibliography.uri }),
    ...(failure !== undefined && { failure }),
    ...(note !== undefined && { note }),
    ...(unread && { unread }),
  }
}

const USUAL = 100
const MOST = 500

async function search(
  session: Session,
  { uri, query, position, limit }: SearchReferencesParams,
): Promise<readonly FoundReference[]> {
  const document = await session.text(uri)
  const { library, manuscript } = await session.analysis(uri)
  const offset = document ? fromLsp.offset(document, position) : manuscript.text.length
  const cited = new Set(citationItems(manuscript).map(({ citekey }) => citekey))
  const most = typeof limit === 'number' ? Math.max(1, Math.min(limit, MOST)) : USUAL
  return searchReferences(library, String(query ?? ''), cited, most).flatMap(({ citekey, item }) => {
    const insertText = citationInsertion(manuscript, offset, citekey)
    if (insertText === undefined) return []
    const only = library.references.has(citekey) ? '' : ', in your own library only'
    const description = cited.has(citekey) ? `${citekey}, cited already${only}` : `${citekey}${only}`
    return [{ citekey, label: shortLabel(item), description, detail: titleLine(item), insertText }]
  })
}
