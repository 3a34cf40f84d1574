import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CslItem } from '../../../src/bibliography/reference.ts'

export interface Question {
  /** Pandoc's name of the format. */
  readonly from: string
  readonly text: string
}

/** The items that Pandoc reads, or what it says when it refuses. */
export type Answer = { readonly items: readonly CslItem[] } | { readonly error: string }

const NO_ANSWER = 'no answer within a minute'
const LIMIT = 60_000

let worker: Worker | undefined

/** What Pandoc makes of a bibliography. It never ends on some, so it runs beside and is stopped. */
export function askPandoc(question: Question): Promise<Answer> {
  worker ??= new Worker(resolve('dist/test/corpus/fields/pandoc-worker.js'))
  const asked = worker
  return new Promise(done => {
    const stop = setTimeout(() => {
      void asked.terminate()
      worker = undefined
      done({ error: NO_ANSWER })
    }, LIMIT)
    asked.once('message', (answer: Answer) => {
      clearTimeout(stop)
      done(answer)
    })
    asked.postMessage(question)
  })
}

export async function stopPandoc(): Promise<void> {
  await worker?.terminate()
  worker = undefined
}
