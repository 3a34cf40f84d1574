import type { Analysis } from '../analysis/analysis.ts'
import { overlaps, type Span } from '../text/span.ts'
import { abbreviationUses } from './subject.ts'

/** A text that an editor shows between characters without its being there. */
export interface InlayHint {
  readonly offset: number
  readonly text: string
}

/** After each use of an abbreviation of the manuscript, what it stands for; not where it is defined. */
export function inlayHints(analysis: Analysis, within: Span): readonly InlayHint[] {
  const { abbreviations } = analysis
  const names = [...new Set(abbreviations.map(({ short }) => short))].filter(Boolean)
  return names
    .flatMap(short => {
      const definitions = abbreviations.filter(abbreviation => abbreviation.short === short)
      return abbreviationUses(analysis, short)
        .filter(use => overlaps(use, within) && !definitions.some(({ span }) => overlaps(span, use)))
        .map(use => {
          const before = definitions.findLast(({ span }) => span.start < use.start) ?? definitions[0]!
          return { offset: use.end, text: before.long }
        })
    })
    .sort((a, b) => a.offset - b.offset)
}
