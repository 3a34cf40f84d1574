import type { Analysis } from '../analysis/analysis.ts'
import { byPosition, type Span } from '../text/span.ts'
import { abbreviationUses, citationItems, definitionsOfAbbreviation, footnoteName, type Subject } from './subject.ts'
import { texCitekeys } from './tex-citations.ts'

/** A place in one manuscript where a subject is named; `definition` where it is made and not only used. */
export interface Occurrence {
  readonly span: Span
  readonly definition: boolean
}

/** Every place of the manuscript that names the subject, in order. Spans cover the name alone. */
export function occurrences(analysis: Analysis, subject: Subject): Occurrence[] {
  return places(analysis, subject).sort((a, b) => byPosition(a.span, b.span))
}

function places(analysis: Analysis, { kind, name, ...subject }: Subject): Occurrence[] {
  const { manuscript, mentions } = analysis
  if (kind === 'citekey') {
    return [...citationItems(manuscript), ...texCitekeys(manuscript)]
      .filter(({ citekey }) => citekey === name)
      .map(({ citekeySpan }) => use(citekeySpan))
  }
  if (kind === 'label') {
    const labels = manuscript.labels.filter(({ label }) => label === name).map(({ span }) => definition(span))
    const uses = manuscript.crossReferences.filter(({ label }) => label === name).map(({ labelSpan }) => use(labelSpan))
    return [...labels, ...uses]
  }
  if (kind === 'footnote') {
    const { definitions, references } = manuscript.footnotes
    const nameOf = ({ span }: { span: Span }): Span => footnoteName(manuscript, span, name)
    return [
      ...definitions.filter(({ label }) => label === name).map(mark => definition(nameOf(mark))),
      ...references.filter(({ label }) => label === name).map(mark => use(nameOf(mark))),
    ]
  }
  if (kind === 'abbreviation') {
    const defined = definitionsOfAbbreviation(analysis, name).map(({ shortSpan }) => shortSpan)
    return abbreviationUses(analysis, name).map(span => ({
      span,
      definition: defined.some(({ start }) => start === span.start),
    }))
  }
  const concept = 'mention' in subject ? subject.mention.concepts[0].id : undefined
  return mentions.filter(({ concepts }) => concepts[0].id === concept).map(({ span }) => use(span))
}

const use = (span: Span): Occurrence => ({ span, definition: false })

const definition = (span: Span): Occurrence => ({ span, definition: true })
