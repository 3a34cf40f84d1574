import type { Citation, CitationItem, DialectName } from '../manuscript/manuscript.ts'
import type { Span } from '../text/span.ts'
import { defineRule } from './rule.ts'

export const commaSeparatedCitation = defineRule({
  id: 'comma-separated-citation',
  summary: 'Citations in one group are separated by semicolons.',
  why: 'After a comma or a blank, Pandoc takes the second citekey for a remark on the first and prints it in the text; MyST drops the first.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a comma between two citekeys',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
@article{doe2019, title = {Flow}, author = {Doe, Jan}, journal = {Stroma}, year = 2019}
//- paper.md
---
bibliography: refs.bib
---
As was shown [@roe2001, @doe2019].
                      ^ warning comma-separated-citation: Write a semicolon between “@roe2001” and “@doe2019”: what follows a comma is no citation of the group.
`,
    },
  ],

  *check({ manuscript: { text, citations, dialect } }) {
    for (const citation of citations) {
      if (citation.mode !== 'parenthetical') continue
      for (const item of citation.items) {
        const found = separator(text, citation, item, dialect)
        if (!found) continue
        const { span, before, after } = found
        const mark = text.slice(span.start, span.end).trim()
        const place = text.slice(span.start, span.end)
        const shown = mark
          ? { start: span.start + place.indexOf(mark), end: span.start + place.indexOf(mark) + mark.length }
          : span
        const edits = [{ span, newText: '; ' }]
        yield {
          span: shown,
          message: `Write a semicolon between “@${before}” and “@${after}”: what follows ${mark === ',' ? 'a comma' : mark ? `“${mark}”` : 'a blank'} is no citation of the group.`,
          fixes: [{ title: 'Write a semicolon', edits, safe: /^,?$/.test(mark) }],
        }
      }
    }
  },
})

/** A comma, a blank or “and”, and a citekey as Pandoc reads it. */
const ANOTHER =
  /^(\s*,?\s*(?:and|&)?\s*)-?@(\{[^{}\s]+\}|[\p{L}\p{N}_](?:[:/](?=\/)|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[\p{L}\p{N}_])*)/u

/** What stands between two citekeys of one part: a comma, a blank, “and”. */
function separator(
  text: string,
  citation: Citation,
  item: CitationItem,
  dialect: DialectName,
): { span: Span; before: string; after: string } | undefined {
  if (dialect === 'myst') {
    const found = /@([\w:.#$%&\-+?~/]*[\w])(\s*(?:,|and|&)?\s*)$/.exec(
      text.slice(citation.span.start + 1, item.span.start),
    )
    const start = item.span.start - (found?.[2]?.length ?? 0)
    return found ? { span: { start, end: item.span.start }, before: found[1]!, after: item.citekey } : undefined
  }
  const rest = text.slice(item.span.end, citation.span.end)
  const found = ANOTHER.exec(rest)
  if (!found?.[1]) return undefined
  const end = item.span.end + found[1].length
  return { span: { start: item.span.end, end }, before: item.citekey, after: found[2]!.replace(/[{}]/g, '') }
}
