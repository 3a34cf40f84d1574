import { type Range, RequestType } from 'vscode-languageserver'
import { meanSame } from '../analysis/definitions.ts'
import { singularOf } from '../analysis/short-forms.ts'
import { abbreviationUses } from '../features/subject.ts'
import { type Term, terms } from '../features/terms.ts'
import { wordList } from '../features/word-list.ts'
import type { Abbreviation } from '../manuscript/abbreviations.ts'
import { type LexiconReport, lexiconReports } from './lexicons.ts'
import { guarded } from './request.ts'
import type { Server } from './server.ts'
import type { Session } from './session.ts'
import * as toLsp from './to-lsp.ts'

/** For “Terms in This Manuscript”: the concepts mentioned, the abbreviations defined, and the lexicons in use. */
export interface TermsReport {
  /** In the order in which they go first. */
  readonly lexicons: readonly LexiconReport[]
  /** The most frequent first. */
  readonly terms: readonly (Omit<Term, 'spans'> & { readonly ranges: readonly Range[] })[]
  /** Each once for every meaning, in order of definition; `ranges` are all the places where the short form stands. */
  readonly abbreviations: readonly {
    readonly short: string
    readonly long: string
    readonly range: Range
    readonly ranges: readonly Range[]
  }[]
}

export const wordsRequest = new RequestType<{ readonly uri: string }, readonly string[] | null, void>('stroma/words')
export const termsRequest = new RequestType<{ readonly uri: string }, TermsReport | null, void>('stroma/terms')

export function serveTerms(server: Server): void {
  server.connection.onRequest(
    termsRequest,
    guarded(server, 'terms', null, (session, { uri }) => report(session, uri)),
  )
  server.connection.onRequest(
    wordsRequest,
    guarded(server, 'words', null, async (session, { uri }) => wordList(await session.analysis(uri))),
  )
}

async function report(session: Session, uri: string): Promise<TermsReport | null> {
  const analysis = await session.analysis(uri)
  const document = await session.text(uri)
  if (!document) return null
  const lexicons = await lexiconReports(session, analysis.lexiconSources)
  return session.working(uri, async () => ({
    lexicons,
    terms: terms(analysis).map(({ spans, ...term }) => ({
      ...term,
      ranges: spans.map(span => toLsp.range(document, span)),
    })),
    abbreviations: distinct(analysis.abbreviations).map(({ short, long, shortSpan }) => ({
      short,
      long,
      range: toLsp.range(document, shortSpan),
      ranges: abbreviationUses(analysis, singularOf(short)).map(span => toLsp.range(document, span)),
    })),
  }))
}

/** Of the definitions of one abbreviation that mean the same, such as in the abstract and in the text, the first. */
const distinct = (abbreviations: readonly Abbreviation[]): readonly Abbreviation[] =>
  abbreviations.filter(({ short, long }, index) => {
    const earlier = abbreviations.slice(0, index).filter(other => singularOf(other.short) === singularOf(short))
    return !earlier.some(other => meanSame(other.long, long) !== false)
  })
