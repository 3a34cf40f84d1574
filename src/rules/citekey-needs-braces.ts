import { isUnread } from '../bibliography/merge-library.ts'
import type { Library } from '../bibliography/reference.ts'
import { citationItemsOf } from '../manuscript/citation-items.ts'
import type { CitationItem } from '../manuscript/manuscript.ts'
import { defineRule } from './rule.ts'
import { citekeyResolver } from './unresolved-citation.ts'

export const citekeyNeedsBraces = defineRule({
  id: 'citekey-needs-braces',
  summary: 'A citekey with parentheses or other marks in it stands in braces.',
  why: 'Without braces the key ends at the first mark that keys may not have: of a DOI with parentheses the rest is printed.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a DOI that is cut at its parenthesis',
      files: `
//- content/metadata.yaml
title: A paper
//- content/02.main.md
As was shown [@doi:10.1016/S0140-6736(20)30183-5].
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning citekey-needs-braces: The citekey ends before “(20)30183-5”; write “@{doi:10.1016/S0140-6736(20)30183-5}”.
`,
    },
  ],

  *check(analysis) {
    const { manuscript, library } = analysis
    if (manuscript.dialect === 'myst' || isUnread(library)) return
    const resolves = citekeyResolver(analysis)
    for (const item of citationItemsOf(manuscript)) {
      if (item.crossReference || library.references.has(item.citekey)) continue
      const rest = restOf(manuscript.text, item, library, resolves)
      if (!rest) continue
      const { start, end } = item.citekeySpan
      const whole = { start, end: end + rest.length }
      const braced = `{${item.citekey}${rest}}`
      yield {
        span: { start: item.span.start, end: whole.end },
        message: `The citekey ends before “${rest}”; write “@${braced}”.`,
        fixes: [{ title: 'Write braces around the citekey', edits: [{ span: whole, newText: braced }], safe: true }],
      }
    }
  },
})

/** What follows a key without a blank and belongs to it: the rest of a DOI, or of a key that the bibliography has. */
function restOf(
  text: string,
  { citekey, citekeySpan: { end } }: CitationItem,
  { references }: Library,
  resolves: (citekey: string) => boolean,
): string | undefined {
  const run = /^[^\s[\]{};,]+/.exec(text.slice(end, end + 200))?.[0] ?? ''
  if (run === '') return undefined
  for (let length = run.length; length > 0 && run.length < 60 && !resolves(citekey); length--) {
    if (references.has(citekey + run.slice(0, length))) return run.slice(0, length)
  }
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i
  const rest = run.replace(/[.:!?'"*_]+$/, '')
  const closed = (rest.match(/\(/g)?.length ?? 0) >= (rest.match(/\)/g)?.length ?? 0) ? rest : rest.replace(/\)$/, '')
  return doi.test(citekey) && /^[(<][\w-]+[)>][\w-]/.test(closed) && resolves(citekey) !== undefined
    ? closed
    : undefined
}
