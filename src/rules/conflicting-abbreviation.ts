import { definitionsByName, meanSame } from '../analysis/definitions.ts'
import { defineRule } from './rule.ts'

/** One letter and a bracket, “p(O)”, is mathematics, and said in other words at every turn. */
const SYMBOL = /^\p{L}\(.*\)$/u

export const conflictingAbbreviation = defineRule({
  id: 'conflicting-abbreviation',
  summary: 'An abbreviation has one meaning throughout the manuscript.',
  why: 'With two meanings, every later use is ambiguous.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'one short form for two things',
      files: `
//- paper.md
Extravasation by transendothelial migration (TEM) was seen by transmission electron microscopy (TEM).
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning conflicting-abbreviation: “TEM” stands for “transendothelial migration” above and for “transmission electron microscopy” here; give one of them another short form.
`,
    },
  ],

  *check(analysis) {
    for (const definitions of definitionsByName(analysis).values()) {
      // captions and tables name their own panels and columns with a letter or two
      const said = definitions.filter(({ name, scope }) => name.length > 2 || scope === 'body' || scope === 'abstract')
      const [first, ...others] = said.filter(({ name }) => name.length > 1 && !SYMBOL.test(name))
      const other = others.find(({ long }) => meanSame(first!.long, long) === false)
      if (!first || !other) continue
      yield {
        span: other.span,
        message: `“${other.short}” stands for “${first.long}” above and for “${other.long}” here; give one of them another short form.`,
        related: [{ message: 'The first definition.', location: { uri: analysis.uri, span: first.span } }],
      }
    }
  },
})
