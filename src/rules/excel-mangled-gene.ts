import type { Passage } from '../manuscript/passage.ts'
import { type ScopedBlock, scopesOf } from '../manuscript/scopes.ts'
import { lazy, memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { defineRule, type Finding } from './rule.ts'
import { bareCell, type CellPlace, placesInTables } from './table-places.ts'

const GENES: Readonly<Record<string, string>> = { Mar: 'MARCHF', Sep: 'SEPTIN', Dec: 'DELEC' }
const DATE = /^(?:(\d{1,2})[-/ ](Mar|Sep|Sept|Dec)(?:-\d\d)?|(Mar|Sep|Sept|Dec)[-/ ](\d{1,2}))$/i
/** How many cells before and after one are looked at. */
const NEAR = 60
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
    const blocks = scopesOf(manuscript)
    const cells = blocks.filter(({ scope }) => scope === 'table')
    const places = lazy(() => placesInTables(manuscript.text, cells))
    for (const [index, cell] of cells.entries()) {
      const text = bareCell(cell)
      if (!geneOf(text) || !standsAmongGenes(cells, places(), index)) continue
      const start = cell.span.start + cell.prose.indexOf(text)
      yield finding({ start, end: start + text.length }, text)
    }
    for (const { scope, span, passage } of blocks) {
      if (scope === 'back' || scope === 'table') continue
      for (const { text, start } of listedAmongGenes(passage)) {
        yield finding(shift({ start, end: start + text.length }, span.start), text)
      }
    }
  },
})

function finding(span: Span, text: string): Finding {
  const message = `A spreadsheet has made a date of a gene symbol, perhaps of ${geneOf(text)}; restore it from the source.`
  return { span, message }
}

/** The symbol that a spreadsheet may have made a date of; nothing for what is no such date. */
function geneOf(text: string): string | undefined {
  const [, day, month, otherMonth, otherDay] = DATE.exec(text) ?? []
  const name = month ?? otherMonth
  if (!name) return undefined
  return `${GENES[name.charAt(0).toUpperCase() + name.slice(1, 3).toLowerCase()]}${Number(day ?? otherDay)}`
}

const isSymbol = (text: string): boolean => SYMBOL.test(text)

/** Dates of real events fill a column, whatever is beside it; mangled symbols stand among symbols of their column, or of their row. */
function standsAmongGenes(cells: readonly ScopedBlock[], places: readonly CellPlace[], index: number): boolean {
  const { table, line, column } = places[index]!
  const isSymbolAt = (at: number): boolean => places[at]?.table === table && isSymbol(bareCell(cells[at]!))
  const beside = [index - 1, index + 1]
  if (beside.every(at => places[at]?.line === line && isSymbolAt(at))) return true
  let symbols = 0
  for (let at = Math.max(0, index - NEAR); at < Math.min(cells.length, index + NEAR); at++) {
    if (places[at]!.column === column && places[at]!.line !== line && isSymbolAt(at)) symbols++
  }
  return symbols >= 2
}

const LISTED = /(?<![\p{L}\p{N}/.-])(?!(?:and|or)\s)[\p{L}\p{N}-]{2,14}(?![\p{L}\p{N}/-]|\.\p{N})/gu
const BETWEEN = /^[*_]*(?:,[*_]*\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[*_]*$/

/** A date as it stands in a list; few passages have one. */
const DATED = /\d-(?:Mar|Sep|Dec)|(?:Mar|Sept?|Dec)-\d/i

/** Dates in a list of symbols: “CDH1, 7-Sep and VIM”. */
const listedAmongGenes = memoByObject(
  ({ prose }: Passage): readonly { readonly text: string; readonly start: number }[] => {
    if (!DATED.test(prose)) return []
    const words = [...prose.matchAll(LISTED)].map(({ 0: text, index }) => ({ text, start: index }))
    const isNext = (index: number): boolean => {
      const [word, next] = [words[index], words[index + 1]]
      return !!word && !!next && BETWEEN.test(prose.slice(word.start + word.text.length, next.start))
    }
    return words.filter(({ text }, index) => {
      if (!geneOf(text)) return false
      let symbols = 0
      for (let at = index; isNext(at) && at < index + 4; at++) if (isSymbol(words[at + 1]!.text)) symbols++
      for (let at = index; isNext(at - 1) && at > index - 4; at--) if (isSymbol(words[at - 1]!.text)) symbols++
      return symbols >= 2
    })
  },
)
