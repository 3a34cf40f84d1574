import { readFileSync } from 'node:fs'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { createReferenceSearch } from '../../src/bibliography/search.ts'
import { atOnce } from '../../src/text/steps.ts'
import { peer } from './bench.ts'

/** What one reader needs for one bibliography, in milliseconds and bytes; nothing where it has no such step. */
export interface Cell {
  readonly references: number
  /** Until the references of a query are there. */
  readonly first?: number
  /** Until every word of those texts is in an index, from which later queries are answered. */
  readonly words?: number
  /** Until all keys, places and texts to search in are known. */
  readonly index: number
  /** Until every field of every reference is decoded. */
  readonly decode?: number
  /** What the index holds, the text itself not counted. */
  readonly held?: number
}

/** Each reads a text; the clock runs while it does. */
const READERS: Record<string, (text: string) => Cell | Promise<Cell>> = {
  stroma(text) {
    const before = heap()
    const { time: index, value: bibliography } = clock(() => readBibliography(text, 'refs.bib'))
    const held = heap() - before
    const { references } = bibliography
    const search = createReferenceSearch(references)
    const { time: answer } = clock(() => search.search('muller metasta', { limit: 50 }))
    const { time: words } = clock(() => atOnce(search.prepare()))
    const { time: decode } = clock(() => references.reduce((sum, { item }) => sum + (item.author?.length ?? 0), 0))
    return {
      references: references.length,
      first: index + answer,
      words: index + words,
      index,
      decode: index + decode,
      held,
    }
  },
  async 'bibtex-parse'(text) {
    const { entries } = (await peer<{ default: { entries(text: string): unknown[] } }>('bibtex-parse')).default
    const { time, value } = clock(() => entries(text))
    return { references: value.length, first: time, index: time }
  },
  async '@citation-js/plugin-bibtex'(text) {
    const { plugins } = await peer<{ plugins: { input: { chain(text: string): unknown[] } } }>('@citation-js/core')
    await peer('@citation-js/plugin-bibtex')
    const { time, value } = clock(() => plugins.input.chain(text))
    return { references: value.length, first: time, index: time, decode: time }
  },
  async '@retorquere/bibtex-parser'(text) {
    const { parse } = await peer<{ parse(text: string): { entries: unknown[] } }>('@retorquere/bibtex-parser')
    const { time, value } = clock(() => parse(text))
    return { references: value.entries.length, first: time, index: time, decode: time }
  },
}

function clock<T>(run: () => T): { readonly time: number; readonly value: T } {
  const start = performance.now()
  const value = run()
  return { time: performance.now() - start, value }
}

function heap(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

// Run by bench/bibliography.ts in a process of its own: the reader's name, then the file.
const [, , name, file] = process.argv
if (name !== undefined && file !== undefined) {
  console.log(JSON.stringify(await READERS[name]!(readFileSync(file, 'utf8'))))
}
