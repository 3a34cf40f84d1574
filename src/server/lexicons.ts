import type { Range } from 'vscode-languageserver'
import type { PackSource } from '../lexicon/concept.ts'
import type { LexiconSource } from '../lexicon/lexicon-source.ts'
import { licenceName } from '../lexicon/licence.ts'
import type { Session } from './session.ts'
import * as toLsp from './to-lsp.ts'

/** What one lexicon that a manuscript or its project names gives, for a report. */
export interface LexiconReport {
  readonly path: string
  readonly declaredIn: LexiconSource['declaredIn']
  readonly uri?: string
  readonly format?: string
  readonly packs: readonly Pick<PackSource, 'title' | 'version' | 'licence'>[]
  /** How much of it is in use. */
  readonly concepts: number
  readonly forms: number
  readonly problems: readonly { readonly message: string; readonly uri: string; readonly range?: Range }[]
  readonly off?: boolean
  readonly failure?: string
  readonly notes: readonly string[]
}

export const lexiconReports = (
  session: Session,
  sources: readonly LexiconSource[],
): Promise<readonly LexiconReport[]> => Promise.all(sources.map(source => lexiconReport(session, source)))

async function lexiconReport(session: Session, source: LexiconSource): Promise<LexiconReport> {
  const { path, declaredIn, uri, format, packs, concepts, forms, problems, off, failure, complaint, note } = source
  const document = uri !== undefined && problems.length > 0 ? await session.text(uri) : undefined
  return {
    path,
    declaredIn,
    ...(uri !== undefined && { uri }),
    ...(format !== undefined && { format }),
    packs: packs.map(({ title, version, licence }) => ({ title, version, licence: licenceName(licence) })),
    concepts,
    forms,
    problems: problems.map(({ message, span }) => ({
      message,
      uri: uri ?? path,
      ...(document && { range: toLsp.range(document, span) }),
    })),
    ...(off && { off }),
    ...(failure !== undefined && { failure }),
    notes: [complaint, note].filter(text => text !== undefined),
  }
}
