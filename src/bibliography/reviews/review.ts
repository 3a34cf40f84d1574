import type { CslItem, Reference } from '../reference.ts'

/** An article as a source of terms: what it says, and where. */
export interface Review {
  readonly article: CslItem
  /** Title, abstract, captions and sections, in the order of the article. */
  readonly passages: readonly Passage[]
  /** Keywords of the authors and headings of its indexers. */
  readonly keywords: readonly Spoken[]
  /** Abbreviations and terms that the article lists with their meaning. */
  readonly glossary: readonly { readonly term: string; readonly meaning: string; readonly place: string }[]
  readonly references: readonly Reference[]
}

/** A stretch of the article's text and the place that a reader finds it at: “abstract”, “Fig. 2”. */
export interface Passage {
  readonly place: string
  readonly text: string
}

/** A word or phrase, and the place that gives it. */
export interface Spoken {
  readonly text: string
  readonly place: string
}

/** Reads an article of one format; nothing when the text is no such thing. Never throws. */
export interface ReviewReader {
  recognises(text: string): boolean
  read(text: string, uri: string): Review | undefined
}

/** The passages of an article that have any text. */
export const passagesOf = (...passages: readonly (readonly [place: string, text: unknown])[]): Passage[] =>
  passages.flatMap(([place, text]) => (typeof text === 'string' && text.trim() ? [{ place, text: text.trim() }] : []))
