import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { applyEdits, type Edit } from '../../text/edit.ts'
import { reasonOf } from '../failure.ts'
import { uriOf } from '../paths.ts'
import type { FileReport } from '../report.ts'
import type { Checker } from './check.ts'

/** What making the safe fixes came to. */
export interface Fixed {
  readonly count: number
  /** The new text of each file that changed, by the path it is reported under, with its byte order mark if it has one. */
  readonly outputs: ReadonlyMap<string, string>
  /** Files that could not be fixed, with what to say of each. */
  readonly failures: readonly string[]
}

/** A fix may make another possible; past this many rounds they are taken to undo each other. */
const ROUNDS = 10

/** Makes every safe fix in the manuscripts and their bibliographies, in memory; the checker sees the new texts from then on. */
export async function fixAll(
  uris: readonly string[],
  checker: Checker,
  given: ReadonlyMap<string, string>,
  cwd: string,
) {
  const texts = new Map(given)
  const changed = new Set<string>()
  const failures = new Map<string, string>()
  let count = 0
  for (const uri of uris) {
    for (let round = 0, again = true; again && round < ROUNDS; round++) {
      again = false
      for (const file of (await checker.check(uri)).files) {
        const edits = safeEdits(file)
        if (edits.length === 0 || failures.has(file.path)) continue
        const text = texts.get(file.path) ?? (await wholeText(file.path, cwd, failures))
        if (text === undefined) continue
        const next = applyEdits(text, edits.flat()).text
        texts.set(file.path, next)
        changed.add(file.path)
        count += edits.length
        const bom = next.startsWith('\ufeff')
        checker.open(uriOf(resolve(cwd, file.path)), { text: bom ? next.slice(1) : next, bom })
        again = true
      }
    }
  }
  const outputs = new Map([...changed].map(path => [path, texts.get(path)!]))
  return { count, outputs, failures: [...failures.values()] } satisfies Fixed
}

/** The edits of every safe fix that keeps clear of those before it; the others wait for the next round. */
function safeEdits({ findings }: FileReport): readonly (readonly Edit[])[] {
  const taken: (readonly Edit[])[] = []
  let free = 0
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safe }) => safe)
    if (!fix) continue
    const edits = fix.edits.map(({ start, end, newText }) => ({
      span: { start: start.offset, end: end.offset },
      newText,
    }))
    if (edits.length === 0 || edits.some(({ span }) => span.start < free)) continue
    taken.push(edits)
    free = Math.max(...edits.map(({ span }) => span.end)) + 1
  }
  return taken
}

async function wholeText(path: string, cwd: string, failures: Map<string, string>): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(resolve(cwd, path)))
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error)
    failures.set(path, `“${path}” was not fixed: ${reason}.`)
    return undefined
  }
}
