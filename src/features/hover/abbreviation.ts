import { contains } from '../../text/span.ts'
import { definitionsOfAbbreviation, subjectAt } from '../subject.ts'
import type { HoverProvider } from './hover.ts'
import { bold, paragraphs, plain } from './markdown.ts'
import { mentionMarkdown } from './mention.ts'

/** Hovering an abbreviation that the manuscript defines shows that definition first, then the concept it names. */
export const hoverAbbreviation: HoverProvider = (analysis, offset) => {
  const subject = subjectAt(analysis, offset)
  if (subject?.kind !== 'abbreviation') return undefined
  const definitions = definitionsOfAbbreviation(analysis, subject.name)
  const before = definitions.findLast(({ shortSpan }) => shortSpan.start <= subject.span.start)
  const { short, long } = (before ?? definitions[0])!
  const mention = analysis.mentions.find(({ span }) => contains(span, offset))
  return {
    span: subject.span,
    markdown: paragraphs(
      `${bold(short)}: ${plain(long)} (defined in this manuscript)`,
      mention && mentionMarkdown(analysis, mention),
    ),
  }
}
