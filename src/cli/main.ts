import { isMainThread } from 'node:worker_threads'
import { version } from '../../package.json'

// Answering for the version must not cost the loading of anything else.

const wanted = process.argv.slice(2)
if (!isMainThread) {
  const { work } = await import('./lint/worker.ts')
  work()
} else if (wanted.length === 1 && /^(--version|-v|-V)$/.test(wanted[0]!)) {
  process.stdout.write(`${version}\n`)
} else {
  const { runProcess } = await import('./process.ts')
  await runProcess(import.meta.url, wanted)
}
