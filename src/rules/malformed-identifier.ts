import type { Analysis } from '../analysis/analysis.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import { identifierOf } from '../manuscript/manubot/identifier.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'

export const malformedIdentifier = defineRule({
  id: 'malformed-identifier',
  summary: 'Every persistent identifier that is cited has the form of its kind.',
  why: 'Manubot looks the identifier up when it builds; one that is cut or mistyped finds nothing, or another work.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a PMC number called a PubMed identifier, and a mistyped ISBN',
      files: `
//- content/metadata.yaml
title: A paper
//- content/02.main.md
Cells arrest in capillaries [@pmid:PMC4304716; @isbn:9780262517639].
                             ^^^^^^^^^^^^^^^^ error malformed-identifier: “pmid:PMC4304716” can't be looked up. This is a PMC number; write “pmc:PMC4304716”.
                                               ^^^^^^^^^^^^^^^^^^^ error malformed-identifier: “isbn:9780262517639” can't be looked up. Its check digit does not agree with the others, so a digit is mistyped.
`,
    },
  ],

  *check({ manuscript: { dialect, citations, aliases }, library, project }) {
    if (dialect !== 'manubot' || isUnread(library)) return
    const named = new Set([aliases, ...project.others.map(({ outline }) => outline.aliases)].flat().map(a => a.citekey))
    for (const { citekey, span, crossReference } of citations.flatMap(({ items }) => items)) {
      if (!crossReference && !named.has(citekey)) yield* finding(citekey, span, library)
    }
    for (const { identifier } of aliases) yield* finding(identifier.value, identifier.span, library)
  },
})

function* finding(citekey: string, span: Span, { references }: Analysis['library']): Iterable<Finding> {
  const problem = references.has(citekey) ? undefined : identifierOf(citekey)?.problem
  if (problem) yield { span, message: `“${citekey}” can't be looked up. ${problem}` }
}
