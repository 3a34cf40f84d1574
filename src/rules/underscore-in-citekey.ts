import { isUnread } from '../bibliography/merge-library.ts'
import { citationItemsOf } from '../manuscript/citation-items.ts'
import { defineRule } from './rule.ts'

export const underscoreInCitekey = defineRule({
  id: 'underscore-in-citekey',
  summary: 'An underscore that ends emphasis does not touch a citekey.',
  why: 'A citekey may hold underscores, so of “_@roe2001_” the key is “roe2001_”, which no reference has, and nothing is emphasised.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'an emphasised citation',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
As _@roe2001_ has shown.
    ^^^^^^^^^ warning underscore-in-citekey: The underscore is read as part of the citekey “roe2001_”; write “*@roe2001*”.
`,
    },
  ],

  *check({ manuscript, library }) {
    if (isUnread(library)) return
    const { text } = manuscript
    const { references } = library
    for (const { citekey, span, citekeySpan } of citationItemsOf(manuscript)) {
      const key = citekey.replace(/_+$/, '')
      if (key === citekey || references.has(citekey) || !references.has(key)) continue
      const count = citekey.length - key.length
      const opening = text.lastIndexOf('_'.repeat(count), span.start - 1)
      const stars = '*'.repeat(count)
      const near = opening >= 0 && !/[\r\n]/.test(text.slice(opening, span.start)) && opening + count <= span.start
      const edits = [
        { span: { start: opening, end: opening + count }, newText: stars },
        { span: { start: citekeySpan.end - count, end: citekeySpan.end }, newText: stars },
      ]
      const title = 'Emphasise with asterisks'
      const remedy =
        near && opening + count === span.start ? `write “${stars}@${key}${stars}”` : 'emphasise with asterisks'
      yield {
        span,
        message: `The underscore is read as part of the citekey “${citekey}”; ${remedy}.`,
        fixes: near ? [{ title, edits, safe: opening + count === span.start }] : [],
      }
    }
  },
})
