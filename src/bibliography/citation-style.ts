import type { CslItem } from './reference.ts'

/** A stretch of a rendered reference that is set in one way. */
export interface StyledText {
  readonly text: string
  readonly italic?: boolean
  readonly bold?: boolean
}

/** How a manuscript's own style (`csl:`) sets a reference. */
export interface CitationStyle {
  /** The path as the author wrote it. */
  readonly path: string
  /** Makes the style ready; it costs some time once. Never rejects. */
  prepare(): Promise<void>
  /** A reference as an entry of the reference list, without its number; nothing before `prepare` is done, or where the style cannot set it. */
  format(item: CslItem): readonly StyledText[] | undefined
}
