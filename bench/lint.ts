import { resolve } from 'node:path'
import { type Bench, median, megabytes, milliseconds, ratio } from './support/bench.ts'
import { bibliography, inFolder, manuscript } from './support/manuscripts.ts'
import { type Ended, spawnNode } from './support/spawn.ts'

const FILES = 200
const SIZE = 20_000
const ROUNDS = 3
const STROMA = resolve('dist/stroma.js')
const MARKDOWNLINT = resolve('bench/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs')

/** Lint of a folder of manuscripts that share a bibliography, by turns with markdownlint-cli2 on the same files. */
const lint: Bench = () =>
  inFolder(files(), async folder => {
    const runs: Record<string, readonly string[]> = {
      'markdownlint-cli2': [MARKDOWNLINT, '**/*.md'],
      'stroma lint': [STROMA, 'lint', '.', '--format', 'json'],
      'stroma lint --threads 2': [STROMA, 'lint', '.', '--format', 'json', '--threads', '2'],
      'stroma lint --cache, second run': [STROMA, 'lint', '.', '--format', 'json', '--cache'],
    }
    await spawnNode([STROMA, 'lint', '.', '--format', 'json', '--cache'], folder)
    const ended = new Map(Object.keys(runs).map(name => [name, [] as Ended[]]))
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, args] of Object.entries(runs)) {
        ended.get(name)!.push(await spawnNode(args, folder, { peak: true }))
      }
    }
    const timeOf = (name: string): number => median(ended.get(name)!.map(({ milliseconds }) => milliseconds))
    const peakOf = (name: string): number => Math.max(...ended.get(name)!.map(({ peak }) => peak))
    const peerTime = timeOf('markdownlint-cli2')
    const rows = Object.keys(runs).map(name => [
      name,
      milliseconds(timeOf(name)),
      ratio(timeOf(name), peerTime),
      megabytes(peakOf(name)),
      ratio(peakOf(name), peakOf('markdownlint-cli2')),
    ])
    const bytes = [...files().values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    return [
      {
        caption: `${FILES} manuscripts of ${SIZE / 1000} KB and a bibliography of 2 000 references (${megabytes(bytes)} in all), median of ${ROUNDS}.`,
        columns: ['', 'wall', 'of markdownlint-cli2', 'peak memory', 'of markdownlint-cli2'],
        rows,
      },
    ]
  })

function files(): Map<string, string> {
  const all = new Map([['refs.bib', bibliography(2000)]])
  for (let number = 0; number < FILES; number++) all.set(`paper${number}.md`, manuscript(SIZE, 2100, number))
  return all
}

export default lint
