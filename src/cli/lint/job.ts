import { blockingFiles } from '../../workspace/blocking-files.ts'
import { isText } from '../../workspace/files.ts'
import { decodeText } from '../../workspace/node-files.ts'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { pathOf } from '../paths.ts'
import type { FileReport } from '../report.ts'
import { openCache, recordFiles, type Seen } from './cache.ts'
import { type Checked, type Checker, type CheckOptions, createChecker } from './check.ts'
import { fixAll } from './fix.ts'
import { mergeReports } from './merge.ts'
import { progressOf } from './progress.ts'
import { checkInThreads } from './threads.ts'

/** What is to be checked, and how. */
export interface Job {
  readonly uris: readonly string[]
  /** Those that were named themselves: when one of them is ignored, that is worth saying. */
  readonly named: ReadonlySet<string>
  readonly check: CheckOptions
  readonly fix: boolean
  /** URIs of changed files: only what rests on one of them is reported. */
  readonly changed?: ReadonlySet<string>
  readonly cache?: { readonly path: string; readonly key: readonly string[] }
  readonly threads: number
  readonly progress: boolean
}

/** What came of it, before anything is left out of the report. */
export interface Outcome {
  readonly files: readonly FileReport[]
  /** What makes the run unsound; it ends in exit status 2. */
  readonly failures: readonly string[]
  /** What the author should know besides. */
  readonly notes: readonly string[]
  readonly fixes: number
}

export async function checkManuscripts(job: Job, io: Io): Promise<Outcome> {
  const notes: string[] = []
  const { changed } = job
  const found = job.fix && !changed ? undefined : await checkAll(job, io)
  const uris = changed
    ? job.uris.filter(uri => [uri, ...(found?.get(uri)?.others ?? [])].some(other => changed.has(other)))
    : job.uris
  const { results, fixed } = job.fix ? await fixFirst({ ...job, uris }, io) : { results: found!, fixed: undefined }
  for (const uri of job.named) {
    if (results.get(uri)?.ignored) notes.push(`${pathOf(uri, io.cwd)} is ignored by the project file.`)
  }
  const checked = uris.flatMap(uri => results.get(uri) ?? [])
  return {
    files: withOutputs(mergeReports(checked), fixed?.outputs),
    failures: [...new Set(checked.flatMap(({ failures }) => failures))],
    notes: [...notes, ...new Set(checked.flatMap(({ notes }) => notes)), ...(fixed?.failures ?? [])],
    fixes: fixed?.count ?? 0,
  }
}

export async function checkStandardInput(
  { uri, fix }: { readonly uri: string; readonly fix: boolean },
  options: CheckOptions,
  io: Io,
): Promise<Outcome> {
  const source = decodeText(await io.input())
  if (!isText(source)) throw new Failure(`Standard input ${source.failure}.`)
  const checker = createChecker(blockingFiles, options)
  checker.open(uri, source)
  const path = pathOf(uri, io.cwd)
  const whole = `${source.bom ? '\ufeff' : ''}${source.text}`
  const fixed = fix ? await fixAll([uri], checker, new Map([[path, whole]]), io.cwd) : undefined
  const { files, failures, notes, ignored } = await checker.check(uri)
  return {
    files: withOutputs(files, fixed?.outputs),
    failures,
    notes: [...(ignored ? [`${path} is ignored by the project file.`] : []), ...notes, ...(fixed?.failures ?? [])],
    fixes: fixed?.count ?? 0,
  }
}

async function fixFirst({ uris, check, progress }: Job, io: Io) {
  const checker = createChecker(blockingFiles, check)
  const fixed = await fixAll(uris, checker, new Map(), io.cwd)
  return { results: await checkOneByOne(uris, checker, progressOf(uris.length, progress, io).advance), fixed }
}

async function checkAll(job: Job, io: Io): Promise<ReadonlyMap<string, Checked>> {
  const results = new Map<string, Checked>()
  const cache = job.cache && (await openCache(job.cache.path, job.cache.key, blockingFiles))
  for (const uri of cache ? job.uris : []) {
    const kept = await cache!.get(uri)
    if (kept) results.set(uri, kept)
  }
  const missing = job.uris.filter(uri => !results.has(uri))
  const progress = progressOf(missing.length, job.progress, io)
  const fresh = new Map<string, Checked>()
  const seen = await checkFresh(missing, job, io, (uri, checked) => {
    fresh.set(uri, checked)
    results.set(uri, checked)
    progress.advance()
  })
  progress.finish()
  if (cache && fresh.size > 0) await cache.save(fresh, seen)
  return results
}

async function checkFresh(
  uris: readonly string[],
  { threads, check, cache }: Job,
  { program }: Io,
  done: (uri: string, checked: Checked) => void,
): Promise<Seen> {
  if (threads > 1 && program !== undefined && uris.length > 1) {
    return checkInThreads(uris, { threads, program, options: check, records: cache !== undefined }, done)
  }
  const { files, seen } = cache ? recordFiles(blockingFiles) : { files: blockingFiles, seen: new Map<string, string>() }
  const checker = createChecker(files, check)
  for (const uri of uris) {
    done(uri, await checker.check(uri))
    checker.forget(uri)
  }
  return seen
}

async function checkOneByOne(uris: readonly string[], checker: Checker, advance: () => void) {
  const results = new Map<string, Checked>()
  for (const uri of uris) {
    results.set(uri, await checker.check(uri))
    advance()
  }
  return results
}

/** The reports with the fixed text of each file that changed. */
function withOutputs(files: readonly FileReport[], outputs: ReadonlyMap<string, string> | undefined) {
  if (!outputs || outputs.size === 0) return files
  const reported = new Set(files.map(({ path }) => path))
  const silent = [...outputs.keys()]
    .filter(path => !reported.has(path))
    .map(path => ({ path, findings: [], lines: {} }))
  return [...files, ...silent].map(file => {
    const output = outputs.get(file.path)
    return output === undefined ? file : { ...file, output }
  })
}
