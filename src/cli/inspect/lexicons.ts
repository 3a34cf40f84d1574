import type { LexiconSource } from '../../lexicon/lexicon-source.ts'
import { pathOf } from '../paths.ts'
import type { Place, Places } from '../report.ts'

/** A lexicon that a manuscript or its project names, in the order in which they go first. */
export interface InspectedLexicon {
  readonly path: string
  /** Absent when nothing could be read. */
  readonly format?: NonNullable<LexiconSource['format']>
  readonly declaredIn: LexiconSource['declaredIn']
  readonly packs: readonly {
    readonly id: string
    readonly title: string
    readonly version: string
    readonly licence: string
  }[]
  /** How much of it is in use. */
  readonly concepts: number
  readonly surfaceForms: number
  /** With places in the lexicon, where there are some. */
  readonly problems: readonly { readonly message: string; readonly start?: Place }[]
  readonly off?: boolean
  readonly note?: string
}

export async function inspectedLexicon(
  source: LexiconSource,
  cwd: string,
  placesIn: (uri: string) => Promise<Places>,
): Promise<InspectedLexicon> {
  const { path, uri, format, declaredIn, packs, concepts, forms, problems, failure, complaint, off, note } = source
  const inside = uri !== undefined && problems.length > 0 ? await placesIn(uri) : undefined
  return {
    path: uri?.startsWith('file:') ? pathOf(uri, cwd) : path,
    ...(format && { format }),
    declaredIn,
    packs: packs.map(({ id, title, version, licence }) => ({ id, title, version, licence })),
    concepts,
    surfaceForms: forms,
    problems: [
      ...[failure, complaint].flatMap(message => (message === undefined ? [] : [{ message }])),
      ...problems.map(({ message, span }) => ({ message, ...(inside && { start: inside.placeOf(span.start) }) })),
    ],
    ...(off && { off }),
    ...(note !== undefined && { note }),
  }
}
