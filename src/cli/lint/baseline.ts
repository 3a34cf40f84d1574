import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { Failure, reasonOf } from '../failure.ts'
import { identityOf } from '../fingerprint.ts'
import type { FileReport } from '../report.ts'
import { writeFileWhole } from '../write-file.ts'

/**
 * Findings that are known and wait: how many of each identity, by file and rule. Lines do not count, so that
 * a baseline holds while the text around a finding is written.
 */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>

export const BASELINE_FILE = '.stroma-baseline.json'

/** Reads a baseline; one that is not there or is of another kind fails the run. */
export async function readBaseline(path: string): Promise<Baseline> {
  const text = await readFile(path, 'utf8').catch(error => {
    throw new Failure(`The baseline “${path}” cannot be read: ${reasonOf(error)}.`, 'Write it with --update-baseline.')
  })
  const baseline = parse(text)
  if (!baseline) throw new Failure(`“${path}” is not a baseline of Stroma.`, 'Write it anew with --update-baseline.')
  return baseline
}

/** The report without the findings that the baseline knows, and what it knows but was not found in the files checked. */
export function applyBaseline(files: readonly FileReport[], baseline: Baseline, nameOf: (path: string) => string) {
  const stale: { readonly path: string; readonly rule: string; readonly count: number }[] = []
  const remaining = files.map(file => {
    const known = new Map([...(baseline.get(nameOf(file.path)) ?? [])].map(([rule, counts]) => [rule, new Map(counts)]))
    const findings = file.findings.filter(finding => {
      const counts = known.get(finding.rule)
      const identity = identityOf(finding)
      const left = counts?.get(identity) ?? 0
      if (left > 0) counts!.set(identity, left - 1)
      return left === 0
    })
    for (const [rule, counts] of known) {
      const count = [...counts.values()].reduce((sum, left) => sum + left, 0)
      if (count > 0) stale.push({ path: file.path, rule, count })
    }
    return { ...file, findings }
  })
  return { files: remaining, stale }
}

/** Writes the findings as the baseline; what it says of files that were not checked stays as it is. */
export async function writeBaseline(path: string, files: readonly FileReport[], before: Baseline, cwd: string) {
  const nameOf = baselineNames(path, cwd)
  const known = new Map(before)
  for (const { path, findings } of files) {
    const rules = new Map<string, Map<string, number>>()
    for (const finding of findings) {
      const counts = rules.get(finding.rule) ?? new Map<string, number>()
      const identity = identityOf(finding)
      rules.set(finding.rule, counts.set(identity, (counts.get(identity) ?? 0) + 1))
    }
    if (rules.size > 0) known.set(nameOf(path), rules)
    else known.delete(nameOf(path))
  }
  const data = { version: 1, files: toData(known, rules => toData(rules, counts => toData(counts, count => count))) }
  await writeFileWhole(path, `${JSON.stringify(data, undefined, 2)}\n`)
}

/** How a file is called in a baseline: by its path from the baseline's folder, so that the working directory does not matter. */
export const baselineNames =
  (baseline: string, cwd: string) =>
  (path: string): string =>
    relative(dirname(baseline), resolve(cwd, path)).split(sep).join('/')

function parse(text: string): Baseline | undefined {
  try {
    const data: unknown = JSON.parse(text)
    if (!isObject(data) || data.version !== 1) return undefined
    return fromData(data.files, rules => fromData(rules, counts => fromData(counts, numberOf)))
  } catch {
    return undefined
  }
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  throw new TypeError('not a number')
}

function fromData<T>(value: unknown, inner: (value: unknown) => T): Map<string, T> {
  if (!isObject(value)) throw new TypeError('not an object')
  return new Map(Object.entries(value).map(([key, item]) => [key, inner(item)]))
}

const toData = <T, U>(map: ReadonlyMap<string, T>, inner: (value: T) => U): Record<string, U> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, inner(value)]))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
