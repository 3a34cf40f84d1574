import { citationItemsOf } from '../manuscript/citation-items.ts'
import { lazy } from '../text/memo.ts'
import { defineRule } from './rule.ts'

export const exampleLabelReadAsCitation = defineRule({
  id: 'example-label-read-as-citation',
  summary: 'A line that begins with “@key.” or “(@key)” and means a citation does not become a numbered example.',
  why: 'At the beginning of a paragraph Pandoc reads “@roe2001. ” as the mark of a numbered example, and prints “(1)”.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a sentence that begins with a citation and ends at once',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
(@roe2001) The first to see cells arrest.
^^^^^^^^^^ warning example-label-read-as-citation: “(@roe2001)” begins a numbered example here and cites nothing; write “[@roe2001]”.
`,
    },
  ],

  *check({ manuscript, library: { references } }) {
    const { text, blocks, dialect } = manuscript
    if (dialect === 'myst') return
    const starts = lazy(() => new Set(blocks.map(({ span }) => span.start)))
    const cited = lazy(() => new Set(citationItemsOf(manuscript).map(({ citekeySpan }) => citekeySpan.start)))
    for (const found of text.matchAll(/^[ \t>]*(?:\(@([\w-]+)\)|@([\w-]+)[.)])[ \t]+(?=\S)/gm)) {
      const key = (found[1] ?? found[2])!
      const at = found.index + found[0].indexOf('@')
      if (!references.has(key) || cited().has(at + 1) || !starts().has(found.index + found[0].length)) continue
      const start = found.index + found[0].search(/[(@]/)
      const span = { start, end: found.index + found[0].trimEnd().length }
      const mark = text.slice(span.start, span.end)
      const newText = found[1] ? `[@${key}]` : `@{${key}}${mark.at(-1)}`
      yield {
        span,
        message: `“${mark}” begins a numbered example here and cites nothing; write “${newText}”.`,
        fixes: [{ title: `Write “${newText}”`, edits: [{ span, newText }], safe: false }],
      }
    }
  },
})
