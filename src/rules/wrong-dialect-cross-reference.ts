import { labelsInReach } from '../analysis/labels-in-reach.ts'
import { isUnread } from '../bibliography/merge-library.ts'
import { citationItemsOf } from '../manuscript/citation-items.ts'
import type { DialectName } from '../manuscript/manuscript.ts'
import { defineRule } from './rule.ts'

export const wrongDialectCrossReference = defineRule({
  id: 'wrong-dialect-cross-reference',
  summary: 'Cross-references are written as the renderer of the manuscript reads them.',
  why: 'Each renderer has its own form: “@fig:x” for pandoc-crossref, “@fig-x” for Quarto, “\\@ref(fig:x)” for bookdown. Any other is printed as it stands.',
  severity: 'warning',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a form of bookdown in a Quarto manuscript',
      files: `
//- paper.qmd
![Cells in flow](flow.png){#fig-flow}

Cells arrest (Fig. \\@ref(fig:flow)).
                   ^^^^^^^^^^^^^^^ warning wrong-dialect-cross-reference: Quarto prints “\\@ref(fig:flow)” as it stands; write “@fig-flow”.
`,
    },
  ],

  *check(analysis) {
    const { dialect, prose } = analysis.manuscript
    const form = FORMS[dialect]
    if (!form) return
    const { labels } = labelsInReach(analysis)
    const finding = (start: number, written: string, prefix: string, rest: string) => {
      const label = `${form.prefix(prefix)}${form.separator}${rest}`
      const newText = form.write(label)
      const fixes = labels.has(label)
        ? [
            {
              title: `Write “${newText}”`,
              edits: [{ span: { start, end: start + written.length }, newText }],
              safe: true,
            },
          ]
        : []
      const message = `${form.name} prints “${written}” as it stands; write “${newText}”.`
      return { span: { start, end: start + written.length }, message, fixes }
    }

    if (dialect !== 'rmarkdown' && prose.includes('\\@ref(')) {
      for (const { 0: written, 1: prefix, 2: rest, index } of prose.matchAll(
        /\\@ref\((fig|tab|tbl|eq|sec):([-\w:.]+)\)/g,
      )) {
        yield finding(index, written, prefix!, rest!)
      }
    }
    if (isUnread(analysis.library)) return
    for (const { citekey, span, crossReference } of citationItemsOf(analysis.manuscript)) {
      const found = crossReference || analysis.library.references.has(citekey) ? null : form.foreign.exec(citekey)
      if (found && labels.has(`${form.prefix(found[1]!)}${form.separator}${found[2]!}`)) {
        yield finding(span.start, analysis.manuscript.text.slice(span.start, span.end), found[1]!, found[2]!)
      }
    }
  },
})

interface Form {
  readonly name: string
  readonly separator: ':' | '-'
  /** Keys that are cross-references elsewhere: prefix and rest. */
  readonly foreign: RegExp
  prefix(prefix: string): string
  write(label: string): string
}

const crossref: Form = {
  name: 'Pandoc',
  separator: ':',
  foreign: /^(fig|tbl|eq|sec|lst)-(.+)$/,
  prefix: prefix => (prefix === 'tab' ? 'tbl' : prefix),
  write: label => `@${label}`,
}

const FORMS: Partial<Record<DialectName, Form>> = {
  pandoc: crossref,
  manubot: { ...crossref, name: 'Manubot' },
  quarto: { ...crossref, name: 'Quarto', separator: '-', foreign: /^(fig|tbl|tab|eq|sec|lst):(.+)$/ },
  rmarkdown: {
    name: 'R Markdown',
    separator: ':',
    foreign: /^(fig|tbl|tab|eq)[:-](.+)$/,
    prefix: prefix => (prefix === 'tbl' ? 'tab' : prefix),
    write: label => `\\@ref(${label})`,
  },
}
