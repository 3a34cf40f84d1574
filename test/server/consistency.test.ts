import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Files } from '../../src/workspace/files.ts'
import type { MemoryFiles } from '../support/memory-files.ts'
import { PULLING, startMemoryClient, type TestClient } from './client.ts'
import { FILES, MANUSCRIPTS, type Step, step } from './steps.ts'

/** More runs than in the everyday suite: `STROMA_RUNS=5000 npm run test:unit`. */
const RUNS = Number(process.env.STROMA_RUNS ?? 25)

/** How the editor and its disk behave. */
interface Surroundings {
  /** Whether the server asks for settings, or is sent them. */
  readonly isAsked: boolean
  /** Whether the disk tells when a file was written, as real ones do, and whether files have just been written. */
  readonly stamps: 'none' | 'old' | 'fresh'
  /** Decides how long answers of disk and client take. */
  readonly seed: number
}

describe('a session of any length', () => {
  it('ends in the diagnostics that a fresh server gives for the same files and settings', async function () {
    this.timeout(20_000 + RUNS * 1000)
    const surroundings = fc.record({
      isAsked: fc.boolean(),
      stamps: fc.constantFrom('none' as const, 'none' as const, 'old' as const, 'old' as const, 'fresh' as const),
      seed: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), surroundings, async (steps, around) => {
        const state: State = { disk: new Map(Object.entries(FILES)), open: new Set(), settings: {} }
        const old = await start(FILES, undefined, around)
        for (const name of ['refs.bib', ...MANUSCRIPTS]) await take({ do: 'open', name }, old, state)
        for (const name of MANUSCRIPTS) await old.pull(name)
        for (const step of steps) await take(step, old, state)

        const fresh = await start(Object.fromEntries(state.disk), state.settings, around)
        for (const name of state.open) await fresh.open(name, old.text(name), languageOf(name))
        for (const client of [old, fresh]) {
          await client.configured()
          for (const name of MANUSCRIPTS) if (!state.open.has(name)) await client.open(name, state.disk.get(name)!)
        }
        await eventually(async () => {
          for (const name of MANUSCRIPTS) assert.deepEqual(await old.pull(name), await fresh.pull(name), name)
          assert.deepEqual(settled(old), settled(fresh))
        })
        await old.stop()
        await fresh.stop()
      }),
      { numRuns: RUNS },
    )
  })
})

/** Tries again while a file that has just been written is given time to come to rest. */
async function eventually(check: () => Promise<void>): Promise<void> {
  for (const began = Date.now(); ; ) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() - began > 5000) throw error
      await pause(20)
    }
  }
}

async function start(
  files: Readonly<Record<string, string>>,
  settings: unknown,
  { isAsked, stamps, seed }: Surroundings,
): Promise<TestClient> {
  const wait = waits(seed)
  const client = await startMemoryClient({
    files,
    settings,
    beforeSettings: wait,
    disk: memory => slow(memory, wait, stamps),
    capabilities: { ...PULLING, workspace: { ...PULLING.workspace, configuration: isAsked } },
  })
  if (!isAsked && settings !== undefined) await client.configure(settings)
  return client
}

/** A disk whose answers overtake each other: each is of the moment at which it was asked. */
function slow(memory: MemoryFiles, wait: () => Promise<void>, stamps: Surroundings['stamps']): Files {
  const seen = new Map<string, { readonly text: string; readonly at: number }>()
  const later =
    <A extends readonly unknown[], R>(answer: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const now = await answer(...args)
      await wait()
      return now
    }
  return {
    read: later(memory.read),
    kind: later(memory.kind),
    list: later(memory.list),
    ...(stamps !== 'none' && {
      stamp: later(async uri => {
        const text = memory.texts.get(uri)
        if (text === undefined) return undefined
        if (seen.get(uri)?.text !== text) seen.set(uri, { text, at: Date.now() - (stamps === 'old' ? 1000 : 0) })
        const { at: written } = seen.get(uri)!
        return { id: text, written, age: Date.now() - written }
      }),
    }),
  }
}

/** Waits of no time, of a moment and of a millisecond or two, in an order that the seed gives. */
function waits(seed: number): () => Promise<void> {
  let state = seed % 2147483647 || 1
  return async () => {
    state = (state * 48271) % 2147483647
    if (state % 4 === 0) await pause(state % 3)
    else if (state % 4 === 1) await new Promise(setImmediate)
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise(done => setTimeout(done, milliseconds))

interface State {
  readonly disk: Map<string, string>
  readonly open: Set<string>
  settings: unknown
}

async function take(step: Step, client: TestClient, state: State): Promise<void> {
  const { disk, open } = state
  if (step.do === 'configure') {
    state.settings = step.settings
    return client.configure(step.settings)
  }
  const { name } = step
  if (step.do === 'write') {
    disk.set(name, step.text)
    await client.write(name, step.text)
  } else if (step.do === 'remove') {
    disk.delete(name)
    await client.remove(name)
  } else if (step.do === 'open') {
    const text = disk.get(name)
    if (open.has(name) || text === undefined) return
    open.add(name)
    await client.open(name, text, languageOf(name))
  } else if (!open.has(name)) {
    return
  } else if (step.do === 'replace') {
    await client.edit(name, 0, client.text(name).length, step.text)
  } else if (step.do === 'edit') {
    const { length } = client.text(name)
    const start = Math.min(step.at, length)
    await client.edit(name, start, Math.min(start + step.length, length), step.text)
  } else if (step.do === 'close') {
    open.delete(name)
    await client.close(name)
  } else {
    // Not awaited: typing goes on while the server works.
    void client.pull(name).catch(() => undefined)
  }
}

const languageOf = (name: string): string =>
  name.endsWith('.md') ? 'markdown' : name.endsWith('.yaml') ? 'yaml' : name.endsWith('.json') ? 'json' : 'bibtex'

/** What is shown in bibliographies and project files at the end. */
const settled = ({ published }: TestClient): unknown =>
  [...published].filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
