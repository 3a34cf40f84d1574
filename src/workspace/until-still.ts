import type { Files } from './files.ts'

/** Milliseconds: how long a file has to be left alone, how often it is looked at, and how long one waits at most. */
const TIMES = { quiet: 250, step: 50, longest: 3000 }

/** Waits until a file that changed is not being written to any more; one that is gone gets the same time to come back. */
export async function untilStill(uri: string, { stamp }: Pick<Files, 'stamp'>): Promise<void> {
  if (!stamp) return
  const began = Date.now()
  let since = began
  let before = await stamp(uri)
  if (before && before.age >= TIMES.quiet) return
  while (Date.now() - since < TIMES.quiet && Date.now() - began < TIMES.longest) {
    await new Promise(done => setTimeout(done, TIMES.step).unref())
    const now = await stamp(uri)
    if (now?.id !== before?.id) since = Date.now()
    before = now
  }
}
