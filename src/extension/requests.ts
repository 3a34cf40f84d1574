import type { LanguageClient, Position, Range } from 'vscode-languageclient/node'

/** What a manuscript cites from, and how it went: the answer to `stroma/bibliographies`. */
export interface BibliographiesReport {
  readonly dialect: string
  readonly sources: readonly BibliographySource[]
}

export interface BibliographySource {
  readonly path: string
  /** The front matter, the project file, the editor's settings or the shipped review. */
  readonly declaredIn: string
  readonly format?: string
  readonly references: number
  /** What one place of the bibliography could not be read for. */
  readonly problems: readonly { readonly message: string; readonly uri: string; readonly range?: Range }[]
  /** The places that were tried, first to last. */
  readonly looked: readonly string[]
  /** Why nothing at all was read. */
  readonly failure?: string
}

export const askForBibliographies = (client: LanguageClient, uri: string): Promise<BibliographiesReport> =>
  client.sendRequest('stroma/bibliographies', { uri })

/** A reference that answers to a search, with what citing it at the asked place takes. */
export interface FoundReference {
  readonly citekey: string
  /** Authors and year. */
  readonly label: string
  readonly description: string
  readonly detail: string
  readonly insertText: string
}

export const searchReferences = (
  client: LanguageClient,
  query: { uri: string; query: string; position: Position },
): Promise<{ readonly items: readonly FoundReference[] }> => client.sendRequest('stroma/searchReferences', query)
