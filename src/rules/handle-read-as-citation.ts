import { defineRule, type Fix } from './rule.ts'
import { citekeyResolver } from './unresolved-citation.ts'

export const handleReadAsCitation = defineRule({
  id: 'handle-read-as-citation',
  summary: 'An address with “@” in it stands in angle brackets.',
  why: 'Pandoc reads “@name” in a bare address as a citation, and prints the address broken in two.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'the address of a page on which a user has a handle',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
See https://medium.com/@roe/cells for more [@roe2001].
                       ^^^^^^^^^^ warning handle-read-as-citation: “@roe/cells” is part of an address and is read as a citation; write <https://medium.com/@roe/cells>.
`,
    },
  ],

  *check(analysis) {
    const { text, citations } = analysis.manuscript
    const resolves = citekeyResolver(analysis)
    for (const { items, field } of citations) {
      for (const { citekey, span, crossReference } of items) {
        if (crossReference || field !== undefined || resolves(citekey)) continue
        const before = /(?:https?:\/\/|www\.)[^\s<>"'[\](){}]*$/i.exec(
          text.slice(Math.max(0, span.start - 500), span.start),
        )
        if (!before) continue
        const start = span.start - before[0].length
        const after = /^[^\s<>"'[\](){}]*/.exec(text.slice(span.end, span.end + 500))![0].replace(/[.,;:!?*_]+$/, '')
        const address = { start, end: span.end + after.length }
        const written = text.slice(address.start, address.end)
        const fix: Fix = {
          title: 'Write angle brackets around the address',
          edits: [{ span: address, newText: `<${written}>` }],
          safe: true,
        }
        const message = `“${text.slice(span.start, span.end)}” is part of an address and is read as a citation; write <${written}>.`
        yield { span, message, ...(written.includes('://') ? { fixes: [fix] } : {}) }
      }
    }
  },
})
