import { closest } from '../text/closest.ts'
import { defineRule } from './rule.ts'

export const undefinedFootnote = defineRule({
  id: 'undefined-footnote',
  summary: 'Every footnote that is referred to is defined.',
  why: 'The renderer prints “[^note]” as it stands, without a warning.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a note that is not there',
      files: `
//- paper.md
Cells were counted twice.[^count]
                         ^^^^^^^^ error undefined-footnote: No footnote is defined for “[^count]”; add a line “[^count]: …” or remove the mark.
`,
    },
  ],

  *check({ manuscript: { footnotes, frontMatter } }) {
    const defined = new Set(footnotes.definitions.map(({ label }) => label))
    for (const { label, span } of footnotes.references) {
      if (defined.has(label) || (frontMatter.span && span.start < frontMatter.span.end)) continue
      const near = closest(label, defined)
      const remedy =
        near === undefined ? `add a line “[^${label}]: …” or remove the mark` : `did you mean “[^${near}]”?`
      const fix =
        near === undefined
          ? []
          : [{ title: `Refer to “[^${near}]” instead`, edits: [{ span, newText: `[^${near}]` }], safe: false }]
      yield {
        span,
        message: `No footnote is defined for “[^${label}]”; ${remedy}${near === undefined ? '.' : ''}`,
        fixes: fix,
      }
    }
  },
})
