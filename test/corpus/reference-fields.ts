/**
 * Reads every bibliography of the corpus beside the repository with Stroma and with Pandoc, and compares the fields of
 * every reference: names by their parts, the rest as text; only white space and case protection are no differences.
 * Prints, per format, how many are equal, whom independent readers agree with where they are not, and the named cause of
 * every difference; one without a cause fails.
 * Run it by `node esbuild.js tests && node dist/test/corpus/reference-fields.js [FORMAT] [--list]`.
 */
import { existsSync } from 'node:fs'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import type { Bibliography, CslItem, Reference } from '../../src/bibliography/reference.ts'
import { lineIndex } from '../../src/text/line-index.ts'
import { type Judged, judge, present } from './fields/ask-witnesses.ts'
import { causeOf, type Difference, UNEXPLAINED } from './fields/causes.ts'
import { comparable, FIELDS, type Field } from './fields/comparable.ts'
import { askPandoc, stopPandoc } from './fields/pandoc.ts'
import { corpus, type Source, sources, withPages } from './fields/sources.ts'
import { causeTable, equality, kinLine, MAIN, table, witnessTable } from './fields/tables.ts'

/** What came out for one format. */
interface Row {
  files: number
  /** Files that Pandoc refuses or never ends on; those where a problem names the place; entries that a plain search and Stroma find. */
  refused: number
  named: number
  sought: number
  saved: number
  theirs: number
  ours: number
  missing: number
  readonly equal: Map<Field, number>
  readonly differences: Difference[]
}

const rows = new Map<string, Row>()

function rowOf(format: string): Row {
  const row = rows.get(format) ?? {
    files: 0,
    refused: 0,
    named: 0,
    sought: 0,
    saved: 0,
    theirs: 0,
    ours: 0,
    missing: 0,
    equal: new Map(FIELDS.map(field => [field, 0])),
    differences: [],
  }
  rows.set(format, row)
  return row
}

async function compare(source: Source): Promise<void> {
  const row = rowOf(source.format)
  const bibliography = readBibliography(source.text, source.path)
  const { references } = bibliography
  const answer = await askPandoc(source.question)
  row.files++
  if ('error' in answer) {
    row.refused++
    const sought = soughtIn(source)
    row.sought += sought
    row.saved += references.length
    if (references.length < sought) fail(`${source.path}: ${references.length} of ${sought} entries, ${answer.error}`)
    if (isNamed(bibliography, source.text, answer.error)) row.named++
    else fail(`${source.path}: no problem where Pandoc stops, ${answer.error}`)
    return
  }
  const compared = [...pairs(source, answer.items.map(withPages), references)]
  row.theirs += compared.length
  row.ours += source.isOther ? compared.length : references.length
  for (const [theirs, ours] of compared) {
    if (ours) compareFields(source, row, theirs, ours)
    else if (isKeyless(theirs) || String(theirs.id) === '') row.theirs--
    else {
      row.missing++
      fail(`${source.path}: ${theirs.id} is missing`)
    }
  }
}

/** Whether there is a problem where Pandoc stops, or before it in the same entry; for a file without end, one at all. */
function isNamed({ problems }: Bibliography, text: string, error: string): boolean {
  const stop = /line (\d+)/.exec(error)?.[1]
  if (!stop) return problems.length > 0
  const { positionAt } = lineIndex(text)
  return problems.some(({ span }) => {
    const { line } = positionAt(span.start)
    return line <= Number(stop) && line >= Number(stop) - 30
  })
}

/** Each of Pandoc's items with the reference of the same key; the first with the first where a key stands twice. */
function* pairs(
  source: Source,
  items: readonly CslItem[],
  references: readonly Reference[],
): Generator<readonly [CslItem, Reference | undefined]> {
  const byKey = new Map<string, Reference[]>()
  for (const reference of references) byKey.set(reference.citekey, [...(byKey.get(reference.citekey) ?? []), reference])
  for (const [index, item] of items.entries()) {
    if (!source.isOther) yield [item, byKey.get(String(item.id))?.shift()]
    else {
      const beside = items.length === references.length ? references[index] : undefined
      const same = references.find(reference => item.DOI && reference.item.DOI === item.DOI)
      if (same) yield [item, same]
      else if (beside && beside.item.DOI === item.DOI) yield [item, beside]
    }
  }
}

/** Pandoc gives a record that has nothing to make a key of an empty one, and the next ones “a”, “b”: nobody cites those. */
const isKeyless = ({ id, author, issued }: CslItem): boolean => /^[a-z]?$/.test(String(id)) && !author && !issued

function compareFields(source: Source, row: Row, item: CslItem, reference: Reference): void {
  const theirs = comparable(item)
  const ours = comparable(reference.item)
  const { start, end } = reference.location.span
  for (const field of FIELDS) {
    if (theirs[field] === ours[field]) row.equal.set(field, row.equal.get(field)! + 1)
    else {
      const { format, path, text } = source
      const both = { theirs: theirs[field], ours: ours[field], source: text.slice(start, end), text }
      row.differences.push({ format, path, key: reference.citekey, field, ...both })
    }
  }
}

/** How many entries a plain search finds, which knows nothing of grammar. */
function soughtIn({ format, text }: Source): number {
  if (/^Bib/.test(format))
    return text.match(/^\s*@(?!comment|string|preamble)\w+\s*[({]\s*[^\s,={}]+\s*,/gim)?.length ?? 0
  return /^RIS/.test(format) ? (text.match(/^\s*TY {0,2}- ?\w/gm)?.length ?? 0) : 0
}

function fail(message: string): void {
  console.log(`! ${message}`)
  process.exitCode = 1
}

async function print(): Promise<void> {
  const { there, missing } = await present()
  const formats = new Map<string, Row & { judged: readonly Judged[] }>()
  for (const [format, row] of rows) formats.set(format, { ...row, judged: await judge(row.differences, there) })
  const head = [
    'format',
    'files',
    'refused',
    'reported',
    'entries in those',
    'in Pandoc',
    'in Stroma',
    ...FIELDS,
    MAIN.join(', '),
  ]
  const lines = [...formats].map(([format, row]) => {
    const equal = [...FIELDS.map(field => [field]), MAIN].map(fields => equality(row, fields))
    const saved = row.refused ? `${row.saved} (${row.sought})` : ''
    return [format, row.files, row.refused, row.refused ? row.named : '', saved, row.theirs, row.ours, ...equal]
  })
  console.log(table(head, lines))
  const judged = [...formats.values()].flatMap(row => row.judged)
  if (there.length > 0) console.log(`\n${witnessTable(formats)}`)
  if (there.some(({ isKin }) => isKin)) console.log(`\n${kinLine(judged)}`)
  if (missing.length > 0) console.log(`\nNot installed, and so not heard: ${missing.join(', ')}.`)
  console.log(`\n${causeTable(formats, there.length > 0)}`)
  for (const one of judged) report(one)
}

/** Fails on a difference without a cause; with `--list` every difference is shown, with what each witness says. */
function report({ difference, verdicts }: Judged): void {
  const { path, key, field, theirs, ours } = difference
  const cause = causeOf(difference)
  if (cause === UNEXPLAINED) process.exitCode = 1
  else if (!list) return
  console.log(`! ${path}: ${key} ${field}, ${cause}\n  P ${theirs}\n  S ${ours}`)
  for (const [{ name }, { verdict, testimony }] of verdicts) {
    const said = testimony && comparable({ id: '', type: '', ...testimony })[field]
    console.log(`  ${verdict[0]} ${name}: ${said ?? '(does not read it)'}`)
  }
}

const list = process.argv.includes('--list')
const only = process.argv.slice(2).find(argument => !argument.startsWith('-')) ?? ''

if (!existsSync(corpus)) console.log('There is no corpus beside the repository; nothing was compared.')
else {
  for (const source of sources()) if (source.format.startsWith(only)) await compare(source)
  await stopPandoc()
  await print()
}
