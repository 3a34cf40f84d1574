import type { Passage } from '../manuscript/passage.ts'
import { type ScopedBlock, scopesOf } from '../manuscript/scopes.ts'
import { lazy, memoByObject } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { symbolOfDate, symbolOfDigits } from './mangled-symbols.ts'
import { defineRule, type Finding } from './rule.ts'
import { bareCell, type CellPlace, placesInTables } from './table-places.ts'

/** How many cells before and after one are looked at. */
const NEAR = 60
/** The heads of columns that hold dates, and of those that hold genes. */
const DATES =
  /\b(?:dates?|days?|months?|visits?|time|onset|collected|sampled|follow-?up|approv\w*|admi\w*|discharge\w*)\b/i
const GENES = /gene|symbol|protein|transcript|target|marker|locus|probe/i
/** What stands where there is nothing to say. */
const NO_SYMBOL = /^(?:NA|ND|NS|NR|NE|NK|NONE|YES|NO|TBD|TBC|UNK|LTFU|LFU|WD)$/
const SYMBOL = /^\p{Lu}[\p{Lu}\p{N}]{1,9}(?:-\p{Lu}{1,3}\d?)?$/u
/** Of mice and rats, “Tp53”, and of proteins, “GluR1”; without a digit it may be any word. */
const MOUSE_SYMBOL =
  /^(?!(?:Day|Week|Month|Year|Visit|Wave|Arm|Site|Case|Group|Phase|Stage|Grade|Step|Fig|Table|Box|Batch|Run|Lot)\d)\p{Lu}\p{L}{1,5}\d{1,3}\p{L}?$/u

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
    const columns = lazy(() => columnsOf(cells, placesInTables(manuscript.text, cells)))
    for (const [index, cell] of cells.entries()) {
      const text = bareCell(cell)
      const symbol = symbolOfDate(text) ?? symbolOfDigits(text)
      if (!symbol || !standsAmongGenes(cells, columns(), index)) continue
      const start = cell.span.start + cell.prose.indexOf(text)
      yield finding({ start, end: start + text.length }, symbol, /E\+/i.test(text) ? 'a number' : 'a date')
    }
    for (const { scope, span, passage } of blocks) {
      if (scope === 'back' || scope === 'table') continue
      for (const { text, start } of listedAmongGenes(passage)) {
        yield finding(shift({ start, end: start + text.length }, span.start), symbolOfDate(text)!)
      }
    }
  },
})

function finding(span: Span, symbol: string, made = 'a date'): Finding {
  const message = `A spreadsheet has made ${made} of a gene symbol, perhaps of ${symbol}; restore it from the source.`
  return { span, message }
}

const isSymbol = (text: string): boolean => (SYMBOL.test(text) || MOUSE_SYMBOL.test(text)) && !NO_SYMBOL.test(text)

/** Dates of real events fill a column, whatever is beside it; mangled symbols stand among symbols of their column, or of their row. */
function standsAmongGenes(cells: readonly ScopedBlock[], { places, heads }: Columns, index: number): boolean {
  const { table, line, column } = places[index]!
  const isAt = (at: number): boolean => places[at]?.table === table
  const beside = [index - 1, index + 1].filter(at => isAt(at) && places[at]!.line === line)
  const inRow = beside.map(at => bareCell(cells[at]!)).filter(isSymbol)
  if (inRow.length === 2 && inRow.some(hasDigit)) return true
  const head = cells[heads.get(columnOf(places[index]!))!]!
  if (DATES.test(bareCell(head))) return false
  const inColumn = new Set<string>()
  for (let at = Math.max(0, index - NEAR); at < Math.min(cells.length, index + NEAR); at++) {
    if (isAt(at) && places[at]!.column === column && cells[at] !== head) inColumn.add(bareCell(cells[at]!))
  }
  // identifiers that are numbers, in part
  const isNumber = (text: string): boolean => /^[\d.E+]+$/.test(text)
  const others = [...inColumn].filter(text => isNumber(text) && !symbolOfDigits(text))
  if (isNumber(bareCell(cells[index]!)) && others.length > 0) return false
  const symbols = [...inColumn].filter(isSymbol)
  // where the head says so, one that is sound is enough
  return GENES.test(bareCell(head)) ? symbols.length > 0 : symbols.length > 1 && symbols.some(hasDigit)
}

interface Columns {
  readonly places: readonly CellPlace[]
  /** The first cell of each column. */
  readonly heads: ReadonlyMap<string, number>
}

const columnOf = ({ table, column }: CellPlace): string => `${table} ${column}`

function columnsOf(cells: readonly ScopedBlock[], places: readonly CellPlace[]): Columns {
  const heads = new Map<string, number>()
  for (let index = cells.length - 1; index >= 0; index--) heads.set(columnOf(places[index]!), index)
  return { places, heads }
}

const hasDigit = (text: string): boolean => /\d/.test(text)

const LISTED = /(?<![\p{L}\p{N}/.-])(?!(?:and|or)\s)[\p{L}\p{N}-]{2,14}(?![\p{L}\p{N}/-]|\.\p{N})/gu
const BETWEEN = /^[*_]*(?:,[*_]*\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[*_]*$/

/** A date as it stands in a list; few passages have one. */
const DATED = /\d-(?:Mar|Sep|Oct|Dec)|(?:Mar|Sept?|Oct|Dec)-\d/i

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
      if (!symbolOfDate(text)) return false
      let symbols = 0
      for (let at = index; isNext(at) && at < index + 4; at++) if (isSymbol(words[at + 1]!.text)) symbols++
      for (let at = index; isNext(at - 1) && at > index - 4; at--) if (isSymbol(words[at - 1]!.text)) symbols++
      return symbols >= 2
    })
  },
)
