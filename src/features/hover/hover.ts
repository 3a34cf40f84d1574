import type { Analysis } from '../../analysis/analysis.ts'
import type { Span } from '../../text/span.ts'
import { hoverAbbreviation } from './abbreviation.ts'
import { hoverCitation } from './citation.ts'
import { hoverCrossReference } from './cross-reference.ts'
import { hoverFootnote } from './footnote.ts'
import { hoverMention } from './mention.ts'
import { hoverNumberedMark } from './numbered-mark.ts'

/** What a hover shows, and the text that it is about. */
export interface Hover {
  readonly span: Span
  /** Markdown in which all text of files is escaped; no HTML, no images, no command links. */
  readonly markdown: string
}

/** Answers for its own kind of place, and says nothing of any other. */
export type HoverProvider = (analysis: Analysis, offset: number) => Hover | undefined

/** Most specific first. */
const PROVIDERS: readonly HoverProvider[] = [
  hoverCitation,
  hoverCrossReference,
  hoverFootnote,
  hoverNumberedMark,
  hoverAbbreviation,
  hoverMention,
]

/** What there is to know of the place at `offset`; the first provider that has an answer gives it. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  for (const provider of PROVIDERS) {
    const answer = provider(analysis, offset)
    if (answer) return answer
  }
  return undefined
}
