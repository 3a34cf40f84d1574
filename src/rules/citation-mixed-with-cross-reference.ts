import { defineRule } from './rule.ts'

export const citationMixedWithCrossReference = defineRule({
  id: 'citation-mixed-with-cross-reference',
  summary: 'A pair of brackets holds citations or cross-references, not both.',
  why: 'Quarto prints the cross-references of a mixed group and drops the citations without a word.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a figure and a work in one pair of brackets',
      files: `
//- refs.bib
@article{roe2001, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2001}
//- paper.qmd
---
bibliography: refs.bib
---
![Cells in flow](flow.png){#fig-flow}

Cells arrest [@fig-flow; @roe2001].
                         ^^^^^^^^ warning citation-mixed-with-cross-reference: Quarto drops this citation, since “@fig-flow” in the same brackets is a cross-reference; give it brackets of its own.
`,
    },
  ],

  *check({ manuscript: { dialect, citations, text } }) {
    if (dialect !== 'quarto') return
    for (const { mode, items, span } of citations) {
      const reference = items.find(({ crossReference }) => crossReference)
      const work = items.find(({ crossReference }) => !crossReference)
      if (mode !== 'parenthetical' || !reference || !work) continue
      const parts = text
        .slice(span.start + 1, span.end - 1)
        .split(';')
        .map(part => part.trim())
      const of = (crossReference: boolean): string =>
        parts.filter((_, index) => items[index]?.crossReference === crossReference).join('; ')
      const newText = `[${of(true)}] [${of(false)}]`
      yield {
        span: work.span,
        message: `Quarto drops this citation, since “@${reference.citekey}” in the same brackets is a cross-reference; give it brackets of its own.`,
        fixes:
          parts.length === items.length
            ? [{ title: 'Give the citations brackets of their own', edits: [{ span, newText }], safe: true }]
            : [],
      }
    }
  },
})
