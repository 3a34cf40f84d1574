import { join, resolve } from 'node:path'
import { readBibliography } from '../src/bibliography/read-bibliography.ts'
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

/** One entry of a large export changes: from the new text to the new bibliography. */
function rereadingTable(): Table {
  const rows = [15_000, 100_000].map(count => {
    let text = madeBibtex(count)
    let bibliography = readBibliography(text, 'refs.bib')
    const whole: number[] = []
    const again: number[] = []
    for (let round = 0; round < 9; round++) {
      const place = text.indexOf('title = {', Math.floor((text.length * (round + 1)) / 11)) + 9
      // An editor hands over a flat string; so that joining it is not measured here.
      text = Buffer.from(`${text.slice(0, place)}Changed ${round} ${text.slice(place)}`).toString()
      let start = performance.now()
      readBibliography(text, 'refs.bib')
      whole.push(performance.now() - start)
      start = performance.now()
      bibliography = readBibliography(text, 'refs.bib', bibliography)
      again.push(performance.now() - start)
    }
    return [
      `${count} entries`,
      milliseconds(median(whole)),
      milliseconds(median(again)),
      ratio(median(whole), median(again)),
    ]
  })
  return { caption: 'One entry changed, median of 9.', columns: ['', 'read whole', 'read again', 'times faster'], rows }
}

export default bibliography
