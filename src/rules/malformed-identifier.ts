import type { Analysis } from '../analysis/analysis.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import { identifierOf } from '../manuscript/manubot/identifier.ts'
import type { Span } from '../text/span.ts'
import { citedReferences } from './cited-references.ts'
import { defineRule, type Finding } from './rule.ts'

export const malformedIdentifier = defineRule({
  id: 'malformed-identifier',
  summary: 'Every persistent identifier that is cited, or that a cited reference has, has the form of its kind.',
  why: 'An identifier that is cut or mistyped finds nothing, or another work: Manubot looks it up when it builds, and readers follow the link in the reference list.',
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
    {
      shows: 'a reference whose DOI was cut short',
      files: `
//- refs.bib
@article{smith2020, title = {Fibroblasts}, author = {Smith, Ann}, journal = {Stroma}, year = 2020, doi = {10.1007/}}
         ^^^^^^^^^ error malformed-identifier: The DOI of “smith2020” is “10.1007/”, which leads nowhere. It should look like “10.1371/journal.pbio.1002456”.
//- paper.md
---
bibliography: refs.bib
---
Fibroblasts remodel the matrix [@smith2020].
`,
    },
  ],

  *check(analysis) {
    yield* inReferences(analysis)
    const { dialect, citations, aliases } = analysis.manuscript
    const { library, project } = analysis
    if (dialect !== 'manubot' || isUnread(library)) return
    const named = new Set([aliases, ...project.others.map(({ outline }) => outline.aliases)].flat().map(a => a.citekey))
    for (const { citekey, span, crossReference } of citations.flatMap(({ items }) => items)) {
      if (!crossReference && !named.has(citekey)) yield* finding(citekey, span, library)
    }
    for (const { identifier } of aliases) yield* finding(identifier.value, identifier.span, library)
  },
})

/** The identifiers that a reference may have, and how they look when there is nothing before them. */
const FIELDS = [
  {
    field: 'DOI',
    before: /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i,
    pattern: /^10(?:\.\d{4,9}(?:\.\d+)*\/\S|\/[a-z\d]+$)/i,
    form: '10.1371/journal.pbio.1002456',
  },
  { field: 'PMID', before: /^(?:pmid|pubmed):\s*/i, pattern: /^[1-9]\d{0,7}$/, form: '25523234' },
  { field: 'PMCID', before: /^(?:pmcid|pmc):\s*/i, pattern: /^(?:PMC)?\d+(?:\.\d+)?$/i, form: 'PMC4304716' },
] as const

/** Cited references with an identifier that has not the form of its kind. */
function* inReferences(analysis: Analysis): Iterable<Finding> {
  for (const { citekey, item, citekeySpan: span, location } of citedReferences(analysis).keys()) {
    for (const { field, before, pattern, form } of FIELDS) {
      const written = item[field]
      const value = typeof written === 'string' ? written.trim() : ''
      if (value === '' || pattern.test(value.replace(before, ''))) continue
      const inside = field === 'DOI' && /\b10\.\d{4,9}\/\S+$/.exec(value)?.[0]
      const better = inside ? `Write “${inside}”.` : `It should look like “${form}”.`
      const message = `The ${field} of “${citekey}” is “${value}”, which leads nowhere. ${better}`
      yield { uri: location.uri, span, message }
    }
  }
}

function* finding(citekey: string, span: Span, { references }: Analysis['library']): Iterable<Finding> {
  const problem = references.has(citekey) ? undefined : identifierOf(citekey)?.problem
  if (problem) yield { span, message: `“${citekey}” can't be looked up. ${problem}` }
}
