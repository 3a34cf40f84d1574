import type { Analysis } from '../analysis/analysis.ts'
import { longFormAt } from '../analysis/long-form.ts'
import { overlaps, type Span } from '../text/span.ts'
import { abbreviationUses, definitionsOfAbbreviation, namesOf } from './subject.ts'

/** A text that an editor shows between characters without its being there. */
export interface InlayHint {
  readonly offset: number
  readonly text: string
}

/** After each use of an abbreviation of the manuscript, what it stands for; not where it is defined. */
export function inlayHints(analysis: Analysis, within: Span): readonly InlayHint[] {
  const { manuscript } = analysis
  return namesOf(analysis)
    .flatMap(name => {
      const definitions = definitionsOfAbbreviation(analysis, name)
      return abbreviationUses(analysis, name)
        .filter(use => overlaps(use, within) && !definitions.some(({ span }) => overlaps(span, use)))
        .map(use => {
          const before = definitions.findLast(({ span }) => span.start < use.start) ?? definitions[0]!
          const end = use.end + (manuscript.text[use.end] === 's' ? 1 : 0)
          return { offset: end, text: longFormAt(manuscript, end, manuscript.text.slice(use.start, end), before) }
        })
    })
    .sort((a, b) => a.offset - b.offset)
}
