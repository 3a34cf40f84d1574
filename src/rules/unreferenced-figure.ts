import type { Label } from '../manuscript/manuscript.ts'
import { defineRule } from './rule.ts'

export const unreferencedFigure = defineRule({
  id: 'unreferenced-figure',
  summary: 'Every figure and table that has a label is referred to.',
  why: 'Journals ask that each figure and table be mentioned in the text, in order.',
  severity: 'info',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a figure that no sentence mentions',
      files: `
//- paper.md
![Cells at rest](rest.png){#fig:rest}
                            ^^^^^^^^ info unreferenced-figure: Nothing refers to the figure “fig:rest”.

![Cells in flow](flow.png){#fig:flow}

Cells arrest (@fig:flow).
`,
    },
  ],

  *check({ manuscript, project }) {
    const { labels, crossReferences } = manuscript
    if (project.others.length > 0 || crossReferences.length === 0) return
    const used = new Set(crossReferences.map(({ label }) => label))
    const figures = labels.filter(({ kind }) => kind === 'figure' || kind === 'table')
    for (const label of figures) {
      if (isReferredTo(label, figures, used)) continue
      yield { span: label.span, message: `Nothing refers to the ${label.kind} “${label.label}”.` }
    }
  },
})

/** A figure is referred to by itself or by one of its parts; a part is not asked for by itself. */
function isReferredTo({ label, target }: Label, figures: readonly Label[], used: ReadonlySet<string>): boolean {
  if (used.has(label) || [...used].some(name => name.startsWith(`${label}-`))) return true
  return figures.some(other => {
    if (!target || !other.target || other.label === label) return false
    const isPart = other.target.start <= target.start && target.end <= other.target.end
    const isWhole = target.start <= other.target.start && other.target.end <= target.end
    return isPart || (isWhole && used.has(other.label))
  })
}
