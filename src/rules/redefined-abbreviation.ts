import { withArticle } from '../analysis/article.ts'
import { type Definition, definitionsByName, meanSame } from '../analysis/definitions.ts'
import { shortFormAlone } from '../analysis/long-form.ts'
import { defineRule } from './rule.ts'

export const redefinedAbbreviation = defineRule({
  id: 'redefined-abbreviation',
  summary: 'An abbreviation is defined once in the abstract and once in the text.',
  why: 'A second definition makes readers look for a difference; after the first, the short form is enough.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a second definition in the text',
      files: `
//- paper.md
The extracellular matrix (ECM) stiffens. Cells remodel the extracellular matrix (ECM).
                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning redefined-abbreviation: “ECM” is defined already; write “ECM” alone.
`,
    },
  ],

  *check(analysis) {
    const { text } = analysis.manuscript
    for (const definitions of definitionsByName(analysis).values()) {
      const first = new Map<string, Definition>()
      for (const definition of definitions) {
        const { scope, short, long, span } = definition
        // a caption and a table stand alone, as does a note under them, and a heading defines nothing for long
        if ((scope !== 'abstract' && scope !== 'body') || isNote(definition, text)) continue
        const earlier = first.get(scope)
        if (!earlier) {
          first.set(scope, definition)
          continue
        }
        if (!meanSame(earlier.long, long)) continue
        const alone = shortFormAlone(definition, analysis.manuscript.text)
        const remedy = alone === undefined || alone === short ? `“${short}” alone` : `“${alone}”`
        yield {
          span,
          message: `“${short}” is defined already; write ${remedy}.`,
          related: [{ message: 'The first definition.', location: { uri: analysis.uri, span: earlier.span } }],
          ...(alone && {
            fixes: [
              { title: `Write “${alone}”`, edits: withArticle(analysis.manuscript.text, span, alone), safe: false },
            ],
          }),
        }
      }
    }
  },
})

/** “ECM, extracellular matrix”, without brackets: a list or a note. */
const isNote = ({ shortSpan, longSpan }: Definition, text: string): boolean =>
  shortSpan.end < longSpan.start && !/[([]/.test(text.slice(shortSpan.end, longSpan.start))
