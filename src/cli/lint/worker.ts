import { parentPort, workerData } from 'node:worker_threads'
import { blockingFiles } from '../../workspace/blocking-files.ts'
import { recordFiles } from './cache.ts'
import { type Checked, type CheckOptions, createChecker } from './check.ts'

/** How a thread works, and whether it says in the end what it looked at. */
export interface Work {
  readonly options: CheckOptions
  readonly records: boolean
}

/** What a thread is asked. */
export type Request = { readonly check: string } | { readonly end: true }

/** What it answers: a manuscript's result, a fault of Stroma, or at its end what it looked at. */
export type Answer =
  | { readonly uri: string; readonly checked: Checked }
  | { readonly fault: string }
  | { readonly seen: ReadonlyMap<string, string> }

/** Checks manuscripts in a thread, one after the other, until told to end. */
export function work(): void {
  const port = parentPort!
  const { options, records } = workerData as Work
  const { files, seen } = records
    ? recordFiles(blockingFiles)
    : { files: blockingFiles, seen: new Map<string, string>() }
  const checker = createChecker(files, options)
  const answer = (message: Answer): void => port.postMessage(message)
  port.on('message', async (request: Request) => {
    if ('end' in request) {
      answer({ seen })
      port.close()
      return
    }
    try {
      answer({ uri: request.check, checked: await checker.check(request.check) })
      checker.forget(request.check)
    } catch (error) {
      answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
