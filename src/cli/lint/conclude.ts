import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ExitStatus, Io } from '../io.ts'
import { displayPath } from '../paths.ts'
import { type FileReport, reportOf } from '../report.ts'
import { counted } from '../reporters/stylish.ts'
import { printable } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'
import { applyBaseline, baselineNames, readBaseline, writeBaseline } from './baseline.ts'
import type { Outcome } from './job.ts'
import { type Output, writeOutputs } from './outputs.ts'
import { statistics } from './statistics.ts'

/** What becomes of the findings. */
export interface Conclusion {
  readonly outputs: readonly Output[]
  readonly colour: boolean
  readonly quiet: boolean
  readonly statistics: boolean
  readonly maxWarnings: number
  readonly baseline?: string
  readonly updateBaseline: boolean
  /** Whether fixed texts are written to their files. */
  readonly write: boolean
}

/** Writes the report and what goes with it; gives the exit status. */
export async function conclude(outcome: Outcome, conclusion: Conclusion, io: Io): Promise<ExitStatus> {
  const say = (text: string): void => io.err(`stroma: ${printable(text)}\n`)
  for (const text of [...outcome.failures, ...outcome.notes]) say(text)
  if (conclusion.write)
    for (const { path, output } of outcome.files) {
      if (output !== undefined) await writeFileWhole(resolve(io.cwd, path), output)
    }
  if (outcome.fixes > 0) say(`${conclusion.write ? 'Fixed' : 'Would fix'} ${counted(outcome.fixes, 'finding')}.`)

  const files = await withoutKnown(outcome, conclusion, io, say)
  const whole = reportOf(files)
  const report = conclusion.quiet ? reportOf(files.map(onlyErrors)) : whole
  await writeOutputs(report, conclusion.outputs, conclusion.colour, io)

  const toPeople = conclusion.outputs.some(({ format, file }) => format === 'stylish' && file === undefined)
  if (conclusion.statistics) (toPeople ? io.out : io.err)(statistics(report))
  const { errors, warnings, infos } = whole.summary
  if (toPeople && !conclusion.quiet && errors + warnings + infos === 0 && outcome.failures.length === 0) {
    io.err(`No findings in ${counted(whole.summary.files, 'file')}.\n`)
  }
  if (warnings > conclusion.maxWarnings)
    say(`There are ${warnings} warnings, more than the ${conclusion.maxWarnings} of --max-warnings.`)
  if (outcome.failures.length > 0) return 2
  return errors > 0 || warnings > conclusion.maxWarnings ? 1 : 0
}

/** The files without the findings that a baseline knows; with `--update-baseline` it knows all of them from then on. */
async function withoutKnown(
  { files }: Outcome,
  { baseline, updateBaseline }: Conclusion,
  { cwd }: Io,
  say: (text: string) => void,
): Promise<readonly FileReport[]> {
  if (baseline === undefined) return files
  if (updateBaseline) {
    const before = existsSync(baseline) ? await readBaseline(baseline) : new Map()
    await writeBaseline(baseline, files, before, cwd)
    const count = files.reduce((sum, { findings }) => sum + findings.length, 0)
    say(`Wrote ${counted(count, 'finding')} to ${displayPath(baseline, cwd)}.`)
    return files.map(file => ({ ...file, findings: [] }))
  }
  const { files: remaining, stale } = applyBaseline(files, await readBaseline(baseline), baselineNames(baseline, cwd))
  for (const { path, rule, count } of stale) {
    say(
      `The baseline knows ${counted(count, 'finding')} of ${rule} in ${path} that ${count === 1 ? 'is' : 'are'} no longer there.`,
    )
  }
  if (stale.length > 0) say('Bring the baseline up to date with --update-baseline.')
  return remaining
}

const onlyErrors = (file: FileReport): FileReport => ({
  ...file,
  findings: file.findings.filter(({ severity }) => severity === 'error'),
})
