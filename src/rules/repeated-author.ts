import type { CslItem } from '../bibliography/reference.ts'
import { defineRule } from './rule.ts'

export const repeatedAuthor = defineRule({
  id: 'repeated-author',
  summary: 'A citation after its author’s name leaves the name out.',
  why: 'In an author-date style “Roe et al. [@roe2001]” is printed “Roe et al. (Roe et al. 2001)”.',
  severity: 'off',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a name that is printed twice',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann and Doe, Jan and Poe, Lee}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
As Roe et al. [@roe2001] have shown.
               ^^^^^^^^ warning repeated-author: “Roe et al.” is printed twice in an author-date style; write “[-@roe2001]”, or “@roe2001” for both.
`,
    },
  ],

  *check({ manuscript: { text, citations }, library: { references } }) {
    for (const { mode, items, span } of citations) {
      const [item] = items
      if (
        mode !== 'parenthetical' ||
        items.length !== 1 ||
        !item ||
        item.suppressAuthor ||
        item.prefix ||
        item.crossReference
      )
        continue
      const reference = references.get(item.citekey)
      const name = reference && nameBefore(text.slice(Math.max(0, span.start - 120), span.start), reference.item)
      if (!name) continue
      const edits = [{ span: { start: item.span.start, end: item.span.start }, newText: '-' }]
      yield {
        span: item.span,
        message: `“${name}” is printed twice in an author-date style; write “[-@${item.citekey}]”, or “@${item.citekey}” for both.`,
        fixes: [{ title: 'Leave the author out', edits, safe: false }],
      }
    }
  },
})

/** The author’s name as it stands directly before a citation. */
function nameBefore(before: string, { author }: CslItem): string | undefined {
  const family = author?.[0]?.family
  const found = family
    ? /([\p{L}’'-]+)(\s+et al\.?,?|\s+(?:and|&)\s+[\p{L}’'-]+|\s+and (?:colleagues|co-?workers))?\s+$/u.exec(before)
    : null
  return found && found[1] === family ? found[0].trim() : undefined
}
