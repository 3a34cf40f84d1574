import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Bench, median, megabytes, milliseconds, percentile, type Table } from './support/bench.ts'
import { madeBibtex } from './support/bibliographies.ts'
import { type OpenServer, openServer, STROMA } from './support/lsp-client.ts'
import { inFolder, manuscript, random } from './support/manuscripts.ts'

/** Size of the manuscript, keys typed in each row, and milliseconds between them: a fast typist's. */
const SIZE = 100_000
const KEYS = 300
const RHYTHM = 80
/** How often a library is exported while typing, in milliseconds. */
const EXPORTED = 2000

/** Typing while a reference manager writes the library anew: what the author waits for. */
const reload: Bench = async () => [await reexportTable(15_000, EXPORTED), await reexportTable(100_000, 5 * EXPORTED)]

async function reexportTable(count: number, every: number): Promise<Table> {
  const whole = zoteroLike(count)
  const before = Buffer.from(whole)
  const after = Buffer.from(changedEntry(whole))
  const files = new Map([
    ['paper.md', manuscript(SIZE, count, 5)],
    ['refs.bib', ''],
  ])
  return inFolder(files, async folder => {
    const server = await openServer(STROMA, folder, 'paper.md')
    const typing = typist(server)
    await typing.type(50)
    const rows = [
      await typing.row('there is no reference yet'),
      await typing.row('the library is read for the first time', exporter(server, folder, [before], 60_000)),
      await typing.row('nothing is exported'),
      await typing.row('one entry changed', exporter(server, folder, [after, before], every)),
    ]
    const memory = await server.end()
    return {
      caption: `A manuscript of ${SIZE / 1000} KB is typed in, a key every ${RHYTHM} ms, ${KEYS} keys a row, while its library of ${count.toLocaleString('en')} references (${megabytes(whole.length)}) is exported again every ${every / 1000} s. From a key to its diagnostics, and the hover asked for at the same time as the next key; at most ${megabytes(memory)} were held.`,
      columns: ['', 'exports', 'key p50', 'key p99', 'longest', 'hover p50', 'hover p99', 'longest'],
      rows,
    }
  })
}

/** Types letters and asks for a hover in between. */
function typist(server: OpenServer) {
  const next = random(SIZE)
  const type = async (keys: number): Promise<{ keys: number[]; hovers: number[] }> => {
    const times = { keys: [] as number[], hovers: [] as number[] }
    for (let count = 0; count < keys; count++) {
      const text = server.document.getText()
      const place = 100 + Math.floor(next() * (text.length - 200))
      const rest = new Promise(done => setTimeout(done, RHYTHM))
      times.hovers.push(await server.request('textDocument/hover', text.indexOf('@key', text.length >> 1) + 2))
      times.keys.push(await server.keystroke(place, place, 'etaoin '[count % 7]!))
      await rest
    }
    return times
  }
  return {
    type,
    async row(name: string, exporting?: { stop(): Promise<number> }): Promise<string[]> {
      const { keys, hovers } = await type(KEYS)
      const exports = await exporting?.stop()
      const figures = [keys, hovers].flatMap(times => [median(times), percentile(times, 99), Math.max(...times)])
      return [name, exports === undefined ? '' : String(exports), ...figures.map(milliseconds)]
    },
  }
}

/** Puts versions of the library in its place by turns, as reference managers do, and says so; gives how often when it is stopped. */
function exporter(server: OpenServer, folder: string, versions: readonly Buffer[], every: number) {
  let isOver = false
  let count = 0
  let wake = (): void => undefined
  const done = (async () => {
    while (!isOver) {
      await writeFile(join(folder, 'export.tmp'), versions[count % versions.length]!)
      await rename(join(folder, 'export.tmp'), join(folder, 'refs.bib'))
      await server.changed('refs.bib')
      count++
      await new Promise<void>(done => {
        wake = done
        setTimeout(done, every)
      })
    }
  })()
  return {
    async stop() {
      isOver = true
      wake()
      await done
      return count
    },
  }
}

/** Entries as Zotero exports them, under the keys that the manuscript cites. */
function zoteroLike(count: number): string {
  let number = 0
  return madeBibtex(count).replace(/^@article\{[^,]*/gm, () => `@article{key${number++}`)
}

/** The library with the title of one entry changed. */
function changedEntry(text: string): string {
  const place = text.indexOf('title = {', text.length >> 1) + 9
  return `${text.slice(0, place)}Changed ${text.slice(place)}`
}

export default reload
