import { Worker } from 'node:worker_threads'
import type { Checked } from './check.ts'
import type { Answer, Request, Work } from './worker.ts'

/** Checks manuscripts in several threads, each of which reads the bibliographies that it needs. */
export async function checkInThreads(
  uris: readonly string[],
  { threads, program, ...work }: Work & { readonly threads: number; readonly program: string },
  done: (uri: string, checked: Checked) => void,
): Promise<ReadonlyMap<string, string>> {
  const waiting = [...uris].reverse()
  const seen = new Map<string, string>()
  const workers = Array.from({ length: Math.min(threads, uris.length) }, () => {
    const worker = new Worker(new URL(program), { workerData: work })
    const ask = (): void => {
      const uri = waiting.pop()
      worker.postMessage((uri === undefined ? { end: true } : { check: uri }) satisfies Request)
    }
    ask()
    return new Promise<void>((finish, fail) => {
      worker.on('error', fail)
      worker.on('exit', () => finish())
      worker.on('message', (answer: Answer) => {
        if ('fault' in answer) return fail(new Error(answer.fault))
        if ('seen' in answer) {
          for (const [what, saw] of answer.seen) seen.set(what, saw)
          return
        }
        done(answer.uri, answer.checked)
        ask()
      })
    })
  })
  await Promise.all(workers)
  return seen
}
