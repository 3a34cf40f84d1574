import { join, resolve } from 'node:path'
import { citekeyIndex, citekeyIndexing } from '../src/bibliography/citekey-index.ts'
import { readBibliography } from '../src/bibliography/read-bibliography.ts'
import type { Bibliography } from '../src/bibliography/reference.ts'
import { createReferenceSearch, type LatestIndex } from '../src/bibliography/search.ts'
import { atOnce } from '../src/text/steps.ts'
import { type Bench, median, megabytes, milliseconds, ratio, type Table } from './support/bench.ts'
import { madeBibtex } from './support/bibliographies.ts'
import type { Cell } from './support/bibliography-cell.ts'
import { inFolder } from './support/manuscripts.ts'
import { spawnNode } from './support/spawn.ts'

const CELL = resolve('bench/node_modules/.stroma/support/bibliography-cell.js')
const PEERS = ['bibtex-parse', '@citation-js/plugin-bibtex', '@retorquere/bibtex-parser'] as const

/** Reading BibTeX, from nothing, each reader and size in a process of its own; and reading again after a change. */
const bibliography: Bench = async () => {
  const tables: Table[] = []
  for (const count of [1000, 15_000, 100_000]) tables.push(await readingTable(count))
  return [...tables, rereadingTable()]
}

async function readingTable(count: number): Promise<Table> {
  const text = madeBibtex(count)
  return inFolder(new Map([['refs.bib', text]]), async folder => {
    const rows: string[][] = []
    let own: Cell | undefined
    for (const name of ['stroma', ...PEERS]) {
      // It takes minutes beyond this size.
      if (name === '@retorquere/bibtex-parser' && count > 15_000) continue
      const args = ['--expose-gc', '--max-old-space-size=6000', CELL, name, join(folder, 'refs.bib')]
      const { out, peak } = await spawnNode(args, resolve('bench'), { peak: true })
      const cell: Cell = JSON.parse(out)
      own ??= cell
      const compared = (time: number | undefined, ours: number | undefined): string =>
        time === undefined
          ? ''
          : name === 'stroma'
            ? milliseconds(time)
            : `${milliseconds(time)} (${ratio(time, ours!)})`
      rows.push([
        name,
        String(cell.references),
        compared(cell.index, own.index),
        compared(cell.first, own.first),
        cell.words === undefined ? '' : milliseconds(cell.words),
        compared(cell.decode, own.decode),
        megabytes(peak),
        cell.held === undefined ? '' : `${(cell.held / text.length).toFixed(2)} × file`,
      ])
    }
    return {
      caption: `${count} entries, ${megabytes(text.length)}; in brackets how many times longer than Stroma.`,
      columns: [
        '',
        'references',
        'index',
        'first answer to a search',
        'all words indexed',
        'everything decoded',
        'peak memory',
        'index holds',
      ],
      rows,
    }
  })
}

/** Entries of a large export change: from the new text to the new bibliography with its index by citekey, and to a search of it. */
function rereadingTable(): Table {
  const rows = [15_000, 100_000].flatMap(count => [
    rereadingRow(`${count} entries, one changed`, madeBibtex(count), round => [(round + 1) / (CHANGES + 2)]),
    rereadingRow(`${count} entries, two changed far apart`, madeBibtex(count), () => [0.1, 0.9]),
  ])
  return {
    caption: `Entries changed, median of ${CHANGES}; each with the index that it is for.`,
    columns: ['', 'read whole', 'read again', 'times faster', 'search whole', 'search again', 'times faster'],
    rows,
  }
}

const CHANGES = 9

/** Changes titles at parts of the text; each change is read whole and again, and indexed whole and again. */
function rereadingRow(name: string, start: string, places: (round: number) => readonly number[]): string[] {
  let text = start
  let bibliography = readBibliography(text, 'refs.bib')
  citekeyIndex(bibliography.references)
  const latest: LatestIndex = {}
  atOnce(createReferenceSearch(bibliography.references, latest).prepare())
  const times = { whole: [] as number[], again: [] as number[], index: [] as number[], indexAgain: [] as number[] }
  const timed = <T>(kind: keyof typeof times, work: () => T): T => {
    const start = performance.now()
    const result = work()
    times[kind].push(performance.now() - start)
    return result
  }
  for (let round = 0; round < CHANGES; round++) {
    for (const part of places(round)) {
      const place = text.indexOf('title = {', Math.floor(text.length * part)) + 9
      text = `${text.slice(0, place)}Changed ${round} ${text.slice(place)}`
    }
    // An editor hands over a flat string; so that joining it is not measured here.
    text = Buffer.from(text).toString()
    const read = (previous?: Bibliography): Bibliography => {
      const now = readBibliography(text, 'refs.bib', previous)
      atOnce(citekeyIndexing(now, previous))
      return now
    }
    const whole = timed('whole', () => read())
    bibliography = timed('again', () => read(bibliography))
    timed('index', () => atOnce(createReferenceSearch(whole.references).prepare()))
    timed('indexAgain', () => atOnce(createReferenceSearch(bibliography.references, latest).prepare()))
  }
  const { whole, again, index, indexAgain } = times
  const compared = (slow: number[], fast: number[]) => [
    milliseconds(median(slow)),
    milliseconds(median(fast)),
    ratio(median(slow), median(fast)),
  ]
  return [name, ...compared(whole, again), ...compared(index, indexAgain)]
}

export default bibliography
