import type { SurfaceForm } from '../concept.ts'
import { type Row, rowsOf } from './delimited.ts'
import { formsOf, gathering, identifierOf, type LexiconReader, sourceNamed } from './reader.ts'

const COLUMNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['id', /^(?:id|identifier|code|curie|concept id)$/],
  ['label', /^(?:label|term|name|preferred(?: term| label)?|concept)$/],
  ['synonyms', /^(?:synonyms?|alias(?:es)?|variants?|alternatives?|alt(?:ernative)? labels?)$/],
  ['abbreviations', /^(?:abbreviations?|acronyms?|short(?: form)?)$/],
  ['definition', /^(?:definition|description|note|gloss|meaning)$/],
  ['category', /^(?:category|type|group|class)$/],
  ['case', /^(?:case|case[ -]?sensitive)$/],
]

/** A glossary as CSV or TSV: a row of column names with at least `label`; several synonyms are parted by `|`. */
export const table: LexiconReader = {
  format: 'table',
  extensions: ['.csv', '.tsv', '.txt'],
  recognises: text => columnsOf(firstRow(text)).has('label'),

  read(text, uri) {
    const source = sourceNamed(uri)
    const gathered = gathering(source, text.length)
    const [head, ...rows] = rowsOf(text, separatorOf(text))
    const columns = columnsOf(head?.cells ?? [])
    if (!columns.has('label')) {
      const message = 'The first row should name the columns, one of them “label” (or “term”, “name”).'
      gathered.complain(message, 0, head?.end ?? 0)
      return gathered.finish()
    }
    for (const row of rows) readRow(row, columns, gathered, source.title)
    return gathered.finish()
  },
}

function readRow(
  { cells, start, end, unclosed }: Row,
  columns: ReadonlyMap<string, number>,
  gathered: ReturnType<typeof gathering>,
  source: string,
): void {
  if (unclosed !== undefined) {
    const message = 'This quotation mark is not closed; what it begins was read to the end of its cell.'
    gathered.complain(message, unclosed, unclosed + 1)
  }
  const cell = (name: string) => cells[columns.get(name) ?? -1]?.trim() ?? ''
  const several = (name: string) =>
    cell(name)
      .split('|')
      .map(part => part.trim())
      .filter(Boolean)
  const label = cell('label')
  if ([...label].length < 2) {
    gathered.complain(label ? `The label “${label}” is too short to be found.` : 'This row has no label.', start, end)
    return
  }
  const id =
    cell('id') ||
    label
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
  const caseSensitive = /^(?:1|true|yes|y|case-sensitive)$/i.test(cell('case'))
  const form =
    (kind: SurfaceForm['kind']) =>
    (text: string): SurfaceForm => ({
      text,
      kind,
      ...(caseSensitive ? { caseSensitive: true } : {}),
    })
  const identifier = identifierOf(id, label, source)
  const definition = cell('definition')
  const added = gathered.add({
    id,
    label,
    category: cell('category') || 'concept',
    statements: definition ? [{ text: definition, place: `${source}, row of “${label}”` }] : [],
    relations: [],
    surfaceForms: formsOf(
      label,
      [...several('synonyms').map(form('synonym')), ...several('abbreviations').map(form('abbreviation'))],
      why => gathered.complain(why, start, end),
    ),
    identifiers: identifier ? [identifier] : [],
  })
  const name = cell('id') ? `id “${id}”` : `label “${label}”`
  if (!added) gathered.complain(`The ${name} is taken by an earlier row; this one is left out.`, start, end)
}

function columnsOf(cells: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>()
  cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase().replaceAll('_', ' ')
    const column = COLUMNS.find(([, pattern]) => pattern.test(name))?.[0]
    if (column && !columns.has(column)) columns.set(column, index)
  })
  return columns
}

const firstRow = (text: string): readonly string[] => {
  for (const { cells } of rowsOf(text.slice(0, 5000), separatorOf(text))) return cells
  return []
}

/** A tab where the first line has one, else a semicolon or a comma, whichever is more. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/))
  if (line.includes('\t')) return '\t'
  return line.split(';').length > line.split(',').length ? ';' : ','
}
