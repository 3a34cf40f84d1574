import { withArticle } from '../analysis/article.ts'
import { definitionsByName, isExplainedElsewhere, usesByName } from '../analysis/definitions.ts'
import { longFormAt, shortFormAlone } from '../analysis/long-form.ts'
import { isPartOfName } from '../analysis/names.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Span } from '../text/span.ts'
import { defineRule } from './rule.ts'

export const abbreviationBeforeDefinition = defineRule({
  id: 'abbreviation-before-definition',
  summary: 'An abbreviation is defined where it is first used.',
  why: 'A reader meets the short form and has to read on to learn what it means.',
  severity: 'info',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a short form that is explained a sentence too late',
      files: `
//- paper.md
The ECM stiffens. Cells remodel the extracellular matrix (ECM).
    ^^^ info abbreviation-before-definition: “ECM” is used here and defined only later, as “extracellular matrix”; define it here.
`,
    },
  ],

  *check(analysis) {
    const uses = usesByName(analysis)
    for (const [name, definitions] of definitionsByName(analysis)) {
      const first = definitions[0]!
      const { scope: part } = first
      if ((part !== 'body' && part !== 'abstract') || name.length < 2) continue
      const place = readAt(analysis.manuscript, first.span.start)
      const early = uses.get(name)?.find(({ scope, span }) => scope === part && span.start < place)
      if (
        !early ||
        isMarked(analysis.manuscript.text, early.span.end, place) ||
        isExplained(analysis.manuscript.prose, early.span)
      )
        continue
      if (isExplainedElsewhere(analysis, name)) continue
      const alone = shortFormAlone(first, analysis.manuscript.text)
      const here = `${longFormAt(analysis.manuscript, early.span.start, early.text, first)} (${early.text})`
      yield {
        span: early.span,
        message: `“${early.text}” is used here and defined only later, as “${first.long}”; define it here.`,
        related: [{ message: 'The definition.', location: { uri: analysis.uri, span: first.span } }],
        ...(alone && {
          fixes: [
            {
              title: `Define it here: “${here}”`,
              edits: [
                ...withArticle(analysis.manuscript.text, early.span, here),
                ...withArticle(analysis.manuscript.text, first.span, alone),
              ],
              safe: false,
            },
          ],
        }),
      }
    }
  },
})

/** Where a reader comes by a place: of one in a footnote, the mark in the text. */
function readAt({ text, footnotes: { definitions, references } }: Manuscript, place: number): number {
  const note = definitions.findLast(({ span }) => span.end <= place)
  if (!note || /\n[ \t]*\r?\n(?![ \t])/.test(text.slice(note.span.end, place))) return place
  return references.find(({ label }) => label === note.label)?.span.start ?? place
}

/** Whether nothing but marks stands between a short form and the footnote that explains it. */
const isMarked = (text: string, end: number, note: number): boolean =>
  note >= end && note - end < 12 && /^s?[\p{P}*_\s]*$/u.test(text.slice(end, note)) && text[note] === '['

/** Whether the short form stands in a name (“Travis CI”) or in quotation marks, or is explained in some way that defines it as well. */
function isExplained(prose: string, { start, end }: Span): boolean {
  const before = prose.slice(Math.max(0, start - 30), start)
  const after = prose.slice(end, end + 12)
  return /["“‘]$/.test(before) || isPartOfName(before, after) || /^\s*(?:[-–—=:]+\s|\()/.test(after)
}
