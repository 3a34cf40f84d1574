import { definitionsByName, isExplainedElsewhere, usesByName } from '../analysis/definitions.ts'
import { introducedIn } from '../analysis/introduced.ts'
import { standsInName } from '../analysis/names.ts'
import type { Lexicon } from '../lexicon/concept.ts'
import { memoByObject } from '../text/memo.ts'
import { defineRule } from './rule.ts'

export const ambiguousAbbreviation = defineRule({
  id: 'ambiguous-abbreviation',
  summary: 'An abbreviation with several meanings in the field is defined.',
  why: 'TEM is transendothelial migration to one reader and an electron microscope to the next.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'an abbreviation that nothing in the manuscript explains',
      files: `
//- paper.md
Samples were examined by TEM.
                         ^^^ warning ambiguous-abbreviation: “TEM” has several meanings, one of them transendothelial migration, and is not defined here.
`,
    },
  ],

  *check(analysis) {
    const definitions = definitionsByName(analysis)
    const meanings = meaningsOf(analysis.lexicon)
    for (const [name, uses] of usesByName(analysis)) {
      const label = meanings.get(name)
      if (label === undefined || definitions.has(name)) continue
      const known = analysis.mentions.some(({ span }) => span.start === uses[0]!.span.start)
      if (known || uses.some(({ span }) => standsInName(analysis.manuscript.prose, span))) continue
      if (introducedIn(analysis.manuscript).has(name) || isExplainedElsewhere(analysis, name)) continue
      yield {
        span: uses[0]!.span,
        message: `“${name}” has several meanings, one of them ${label}, and is not defined here.`,
      }
    }
  },
})

/** The label that each ambiguous abbreviation stands for first; a large lexicon is gone through once. */
const meaningsOf = memoByObject(({ concepts }: Lexicon): ReadonlyMap<string, string> => {
  const meanings = new Map<string, string>()
  for (const { surfaceForms, label } of concepts.values()) {
    for (const { text, kind, ambiguous } of surfaceForms) {
      if (ambiguous && kind === 'abbreviation' && !meanings.has(text)) meanings.set(text, label)
    }
  }
  return meanings
})
