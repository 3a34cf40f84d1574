import { type ScopedBlock, scopesOf } from '../manuscript/scopes.ts'
import { defineRule } from './rule.ts'

const GENES: Readonly<Record<string, string>> = { Mar: 'MARCHF', Sep: 'SEPTIN', Dec: 'DELEC' }
const DATE = /^(?:(\d{1,2})[-/ ](Mar|Sep|Sept|Dec)|(Mar|Sep|Sept|Dec)[-/ ](\d{1,2}))$/i
const SYMBOL = /^\p{Lu}[\p{Lu}\p{N}]{1,9}(?:-\p{Lu}{1,3}\d?)?$/u

export const excelMangledGene = defineRule({
  id: 'excel-mangled-gene',
  summary: 'No gene symbol was turned into a date by a spreadsheet.',
  why: 'About every third paper with gene lists from Excel holds such dates (Abeysooriya et al. 2021, PMC8357140).',
  severity: 'error',
  since: '0.1.0',
  options: {},
  examples: [
    {
      shows: 'a date in a column of genes',
      files: `
//- paper.md
| gene  | fold change |
|-------|-------------|
| TP53  | 2.1 |
| 1-Mar | 1.4 |
  ^^^^^ error excel-mangled-gene: A spreadsheet has made a date of a gene symbol, perhaps of MARCHF1; restore it from the source.
| KRAS  | 0.7 |
`,
    },
  ],

  *check({ manuscript }) {
    const cells = scopesOf(manuscript).filter(({ scope }) => scope === 'table')
    for (const [index, cell] of cells.entries()) {
      const text = bare(cell)
      const [, day, month, otherMonth, otherDay] = DATE.exec(text) ?? []
      if (!(day ?? otherDay)) continue
      if (!hasGenesNearby(cells, index)) continue
      const name = (month ?? otherMonth)!
      const symbol = `${GENES[name.charAt(0).toUpperCase() + name.slice(1, 3).toLowerCase()]}${day ?? otherDay}`
      const start = cell.span.start + cell.prose.indexOf(text)
      yield {
        span: { start, end: start + text.length },
        message: `A spreadsheet has made a date of a gene symbol, perhaps of ${symbol}; restore it from the source.`,
      }
    }
  },
})

const bare = ({ prose }: ScopedBlock): string => prose.replace(/[*_|]/g, ' ').trim()

/** Dates of real events stand beside other dates and numbers; mangled symbols stand among symbols. */
function hasGenesNearby(cells: readonly ScopedBlock[], index: number): boolean {
  const around = cells.slice(Math.max(0, index - 12), index + 13)
  return around.filter(cell => SYMBOL.test(bare(cell))).length >= 2
}
