import { defineRule } from './rule.ts'

export const malformedFrontMatter = defineRule({
  id: 'malformed-front-matter',
  summary: 'The front matter is YAML that can be read.',
  why: 'When it cannot be read, the renderer loses the title, the authors and the bibliography, or stops.',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'an unclosed bracket',
      files: `
//- paper.md
---
title: Cells in flow
bibliography: [refs.bib
                       ^ error malformed-front-matter: The front matter is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]. Check the indentation of this line and that every bracket above it is closed.
---
Text.
`,
    },
  ],

  *check({ manuscript }) {
    yield* manuscript.frontMatter.problems
  },
})
