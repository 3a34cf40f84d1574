import { bracketsAround } from '../manuscript/brackets.ts'
import { covering } from '../text/covering.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'

export const brokenCitationGroup = defineRule({
  id: 'broken-citation-group',
  summary: 'Every part of a citation group, between semicolons, has a citekey.',
  why: 'One part without a citekey, or a stray semicolon, and the renderer prints the brackets and cites every key in the text.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a stray semicolon, and a remark that is taken for a citation',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.md
---
bibliography: refs.bib
---
As was shown [@roe2001;].
             ^^^^^^^^^^^ warning broken-citation-group: The brackets are no citation: nothing stands after the last semicolon; remove it.

As was shown [@roe2001, p. 3; in mice only].
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning broken-citation-group: The brackets are no citation: “in mice only” has no citekey; write a comma before it, or a citekey in it.
`,
    },
  ],

  *check({ manuscript: { text, citations } }) {
    const seen = new Set<number>()
    const grouped = covering(citations.filter(({ mode }) => mode === 'parenthetical').map(({ span }) => span))
    for (const { mode, field, items, span } of citations) {
      if (mode !== 'narrative' || field !== undefined || items[0]?.crossReference) continue
      const brackets = bracketsAround(text, span)
      if (!brackets || seen.has(brackets.start) || /[[({:]/.test(text[brackets.end] ?? '')) continue
      seen.add(brackets.start)
      if (!grouped(brackets.start) && !/[!\]^\w]/.test(text[brackets.start - 1] ?? ' ')) yield* finding(text, brackets)
    }
  },
})

function* finding(text: string, brackets: Span): Iterable<Finding> {
  const inside = text.slice(brackets.start + 1, brackets.end - 1)
  if (inside.startsWith('^') || /[[`$]/.test(inside)) return
  const parts = inside.split(';')
  if (parts.length < 2) return
  const wrong = parts.findIndex(part => !/(?:^|[^\w\\])@[\w{]/.test(part))
  if (wrong < 0) return
  const part = parts[wrong]!.trim()
  const semicolon = brackets.start + 1 + parts.slice(0, Math.max(1, wrong)).join(';').length
  const edit = (newText: string) => [{ span: { start: semicolon, end: semicolon + 1 }, newText }]
  const message = 'The brackets are no citation:'
  if (part === '') {
    const place =
      wrong === parts.length - 1
        ? 'after the last semicolon'
        : wrong === 0
          ? 'before the first semicolon'
          : 'between two semicolons'
    const fixes = [{ title: 'Remove the semicolon', edits: edit(''), safe: true }]
    yield { span: brackets, message: `${message} nothing stands ${place}; remove it.`, fixes }
  } else {
    const fixes = wrong === 0 ? [] : [{ title: 'Write a comma instead', edits: edit(','), safe: false }]
    const remedy = wrong === 0 ? 'write it without the semicolon' : 'write a comma before it'
    yield { span: brackets, message: `${message} “${part}” has no citekey; ${remedy}, or a citekey in it.`, fixes }
  }
}
