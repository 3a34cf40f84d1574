import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'

export interface Ended {
  readonly status: number | null
  readonly milliseconds: number
  /** Most memory that the process held, in bytes; 0 where it was not asked for. */
  readonly peak: number
  readonly out: string
}

const PEAK = resolve('bench/node_modules/.stroma/support/peak.js')

/** Runs a Node program to its end; one that fails (a status above 1) is an error here. With `peak`, a hook in it reports its memory, which costs it some milliseconds. */
export function spawnNode(args: readonly string[], cwd: string, { peak = false } = {}): Promise<Ended> {
  const start = performance.now()
  const child = spawn(process.execPath, [...(peak ? ['--import', PEAK] : []), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const collect = (stream: Readable | null): { text: string } => {
    const collected = { text: '' }
    stream?.setEncoding('utf8').on('data', (text: string) => void (collected.text += text))
    return collected
  }
  const out = collect(child.stdout)
  const err = collect(child.stderr)
  const memory = collect(child.stdio[3] as Readable)
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', status => {
      if (status === null || status > 1) return fail(new Error(`${args.join(' ')} ended with ${status}: ${err.text}`))
      const most = Math.max(0, ...memory.text.split('\n').map(Number).filter(Number.isFinite))
      done({ status, milliseconds: performance.now() - start, peak: most * 1024, out: out.text })
    })
  })
}
