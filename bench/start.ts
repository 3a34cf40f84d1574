import { resolve } from 'node:path'
import { type Bench, median, milliseconds, ratio } from './support/bench.ts'
import { bibliography, inFolder, manuscript } from './support/manuscripts.ts'
import { spawnNode } from './support/spawn.ts'

const ROUNDS = 13
const STROMA = resolve('dist/stroma.js')
const MARKDOWNLINT = resolve('bench/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs')

/** Cold start: from the shell to the end of a small task, by turns with Node doing nothing and with a peer. */
const start: Bench = () =>
  inFolder(
    new Map([
      ['paper.md', manuscript(10_000, 1000, 1)],
      ['refs.bib', bibliography(1000)],
    ]),
    async folder => {
      const runs: Record<string, readonly string[]> = {
        'node -e 0': ['-e', '0'],
        'stroma --version': [STROMA, '--version'],
        'stroma lint paper.md (10 KB, 1 000 references)': [STROMA, 'lint', 'paper.md'],
        'markdownlint-cli2 paper.md': [MARKDOWNLINT, 'paper.md'],
      }
      const times = new Map(Object.keys(runs).map(name => [name, [] as number[]]))
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, args] of Object.entries(runs)) {
          times.get(name)!.push((await spawnNode(args, folder)).milliseconds)
        }
      }
      const floor = median(times.get('node -e 0')!)
      const rows = [...times].map(([name, all]) => {
        const time = median(all)
        return [name, milliseconds(time), `${Math.round(time - floor)} ms`, ratio(time, floor)]
      })
      return [{ caption: `Cold start, median of ${ROUNDS}.`, columns: ['', 'wall', 'above node', 'of node'], rows }]
    },
  )

export default start
