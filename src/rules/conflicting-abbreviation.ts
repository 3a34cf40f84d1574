import type { Analysis } from '../analysis/analysis.ts'
import { type Definition, definitionsByName, meanSame } from '../analysis/definitions.ts'
import { isSymbol } from '../analysis/short-forms.ts'
import { defineRule, type Finding } from './rule.ts'

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
      const [first, ...others] = said.filter(({ name }) => name.length > 1 && !isSymbol(name))
      const other = others.find(({ long }) => meanSame(first!.long, long) === false)
      if (first && !other) yield* conflictElsewhere(analysis, first)
      if (!first || !other) continue
      yield {
        span: other.span,
        message: `“${other.short}” stands for “${first.long}” above and for “${other.long}” here; give one of them another short form.`,
        related: [{ message: 'The first definition.', location: { uri: analysis.uri, span: first.span } }],
      }
    }
  },
})

/** What a chapter that is rendered together with this one, and comes before it by its name, has the short form stand for. */
function* conflictElsewhere({ uri, project }: Analysis, { name, short, long, span }: Definition): Iterable<Finding> {
  if (name.length < 3) return
  for (const { uri: other, outline } of project.others) {
    const earlier = other < uri ? outline.definitionOf(name) : undefined
    if (!earlier || meanSame(earlier.long, long) !== false) continue
    const chapter = decodeURIComponent(other.slice(other.lastIndexOf('/') + 1))
    yield {
      span,
      message: `“${short}” stands for “${earlier.long}” in ${chapter} and for “${long}” here; give one of them another short form.`,
      related: [{ message: 'The other definition.', location: { uri: other, span: earlier.span } }],
    }
    return
  }
}
