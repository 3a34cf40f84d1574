import type { Analysis } from '../analysis/analysis.ts'
import { withArticle } from '../analysis/article.ts'
import { longFormAt, phraseAt } from '../analysis/long-form.ts'
import type { Concept } from '../lexicon/concept.ts'
import type { Edit } from '../text/edit.ts'
import { contains, slice } from '../text/span.ts'
import { definitionsOfAbbreviation, subjectAt } from './subject.ts'

/** A change of words that an author can ask for; nothing is wrong without it. */
export interface Rewriting {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** What can be done with the abbreviation at `offset`: write it out here, or define it where it is used first. */
export function abbreviationActions(analysis: Analysis, offset: number): readonly Rewriting[] {
  const subject = subjectAt(analysis, offset)
  if (subject?.kind === 'abbreviation') {
    // Inside its own definition it is written out already.
    if (analysis.abbreviations.some(({ span }) => contains(span, offset))) return []
    const { start, end } = subject.span
    const before = definitionsOfAbbreviation(analysis, subject.name)
    const definition = (before.findLast(({ span }) => span.end <= start) ?? before[0])!
    const isPlural = /^s(?![\p{L}\p{N}])/u.test(analysis.manuscript.text.slice(end, end + 2))
    const written = subject.name + (isPlural ? 's' : '')
    const newText = longFormAt(analysis.manuscript, start, written, definition)
    return [
      {
        title: `Write out “${written}” as “${newText}”`,
        edits: withArticle(analysis.manuscript.text, { start, end: start + written.length }, newText),
      },
    ]
  }
  return subject?.kind === 'mention' ? definitions(analysis, subject.name) : []
}

/** The lexicon knows what an abbreviation stands for that the manuscript never says. */
function definitions({ manuscript, mentions }: Analysis, short: string): Rewriting[] {
  const first = mentions.find(
    ({ span, form }) => form.kind === 'abbreviation' && slice(manuscript.text, span) === short,
  )
  if (!first) return []
  return first.concepts.map(concept => {
    const long = /[A-Z]s$/.test(short) ? plural(concept) : concept.label
    const newText = `${phraseAt(manuscript, first.span.start, long)} (${short})`
    const edits = withArticle(manuscript.text, first.span, newText)
    return { title: `Define “${short}” at its first use as “${long}”`, edits }
  })
}

/** “CTCs” are “circulating tumor cells”. */
const plural = ({ label, surfaceForms }: Concept): string =>
  surfaceForms.find(({ kind, text }) => kind === 'plural' && text.startsWith(label.slice(0, -2)))?.text ?? label
