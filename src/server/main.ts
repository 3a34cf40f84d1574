import { isMainThread } from 'node:worker_threads'

// The server itself runs in a worker, so that a text it cannot get through can be taken away from it. This file is both:
// the program that a client starts, which passes messages on, and what the worker runs.
if (isMainThread) {
  const self = typeof __filename === 'string' ? __filename : new URL(import.meta.url)
  void import('./supervisor/run.ts').then(({ run }) => run(self))
} else {
  void import('./worker.ts').then(({ serve }) => serve())
}
