import type { LanguageClient, Position, Range } from 'vscode-languageclient/node'

/** What a manuscript cites from, and how it went: the answer to `stroma/bibliographies`. */
export interface BibliographiesReport {
  readonly dialect: string
  readonly projectFile?: string
  /** In the order in which they are merged. */
  readonly sources: readonly BibliographySource[]
  /** Citekeys that several references have: the reference that counts, and the one that does not. */
  readonly duplicates: readonly { readonly citekey: string; readonly winner: Place; readonly loser: Place }[]
  /** The style (`csl:`) that references are shown in, and why it is not, where it cannot be used. */
  readonly style?: { readonly path: string; readonly failure?: string }
}

/** Where something stands; lines count from 1. */
export interface Place {
  readonly uri: string
  readonly line?: number
}

export interface BibliographySource {
  /** As the author wrote it, or the name of the shipped list. */
  readonly path: string
  readonly declaredIn: 'front-matter' | 'configuration' | 'project' | 'convention' | 'built-in' | 'library'
  /** Where it was read from, when it can be opened. */
  readonly uri?: string
  readonly format?: string
  readonly references: number
  /** What could not be read, and where. */
  readonly problems: readonly { readonly message: string; readonly uri: string; readonly range?: Range }[]
  /** Addresses that were tried, first to last. */
  readonly looked: readonly string[]
  /** Why nothing at all was read. */
  readonly failure?: string
  /** What is worth knowing although it was read. */
  readonly note?: string
  /** It is being read, or that was cancelled; `references` are those that were read before. */
  readonly unread?: 'reading' | 'cancelled'
}

/** Nothing when the server could not tell; its log says why. */
export const askForBibliographies = (client: LanguageClient, uri: string): Promise<BibliographiesReport | null> =>
  client.sendRequest('stroma/bibliographies', { uri })

/** Reads the bibliographies whose reading was cancelled. */
export const readBibliographies = (client: LanguageClient): Promise<null> =>
  client.sendRequest('stroma/readBibliographies')

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

/** A lexicon that a manuscript or its project names, and what is in use of it. */
export interface LexiconReport {
  /** As the author wrote it. */
  readonly path: string
  readonly declaredIn: 'front-matter' | 'configuration' | 'built-in'
  readonly uri?: string
  readonly format?: string
  readonly packs: readonly { readonly title: string; readonly version: string; readonly licence: string }[]
  readonly concepts: number
  readonly forms: number
  /** What is wrong in the file, and where; the rest serves. */
  readonly problems: readonly { readonly message: string; readonly uri: string; readonly range?: Range }[]
  readonly off?: boolean
  /** Why none of it is in use. */
  readonly failure?: string
  /** What is worth knowing although it serves. */
  readonly notes: readonly string[]
}

/**
 * The concepts that a manuscript mentions, the abbreviations that it defines, and the lexicons that it is read with: the
 * answer to `stroma/terms`.
 */
export interface TermsReport {
  /** In the order in which they go first. */
  readonly lexicons: readonly LexiconReport[]
  /** The most frequent first. */
  readonly terms: readonly {
    readonly label: string
    readonly category: string
    readonly pack: string
    readonly count: number
    readonly forms: readonly { readonly text: string; readonly count: number }[]
    readonly related: readonly string[]
    readonly ranges: readonly Range[]
  }[]
  readonly abbreviations: readonly {
    readonly short: string
    readonly long: string
    readonly range: Range
    readonly ranges: readonly Range[]
  }[]
}

export const askForTerms = (client: LanguageClient, uri: string): Promise<TermsReport | null> =>
  client.sendRequest('stroma/terms', { uri })

/** The words of the lexicons in use and the abbreviations of a manuscript, in order. */
export const askForWords = (client: LanguageClient, uri: string): Promise<readonly string[] | null> =>
  client.sendRequest('stroma/words', { uri })
