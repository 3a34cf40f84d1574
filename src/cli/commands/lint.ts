import { resolve } from 'node:path'
import { version } from '../../../package.json'
import { type ParsedOptions, wholeNumber } from '../arguments.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import { findManuscripts } from '../find-manuscripts.ts'
import type { Io } from '../io.ts'
import { BASELINE_FILE } from '../lint/baseline.ts'
import { changedFiles } from '../lint/changed.ts'
import type { CheckOptions } from '../lint/check.ts'
import { type Conclusion, conclude } from '../lint/conclude.ts'
import { checkManuscripts, checkStandardInput, type Job } from '../lint/job.ts'
import { LINT_OPTIONS } from '../lint/options.ts'
import { outputsOf } from '../lint/outputs.ts'
import { projectFile, ruleSettings } from '../lint/settings.ts'
import { uriOf } from '../paths.ts'

type LintOptions = ParsedOptions<typeof LINT_OPTIONS>

/** Checks manuscripts and reports what was found. */
export const lint = defineCommand({
  name: 'lint',
  summary: 'Check manuscripts and their bibliographies.',
  operands: '[PATH…]',
  options: LINT_OPTIONS,
  notes: [
    'PATH is a file, a folder or a glob; the working directory when there is none. Below folders, .gitignore is honoured and node_modules, dist and hidden folders are passed over.',
    'Findings go to standard output, all else to standard error. Lines and columns count from 1, columns and offsets in UTF-16 units, a byte order mark counted as one; rdjson counts columns in bytes of UTF-8.',
  ],
  async run(operands, options, io) {
    const conclusion = await conclusionOf(options, io)
    const check = await checkOptions(options, io)
    if (options.stdin)
      return conclude(await checkStandardInput(standardInput(operands, options, io), check, io), conclusion, io)

    const { manuscripts, failures } = await findManuscripts(operands.length > 0 ? operands : ['.'], io.cwd)
    const job: Job = {
      uris: manuscripts.map(({ path }) => uriOf(path)),
      named: new Set(manuscripts.filter(({ named }) => named).map(({ path }) => uriOf(path))),
      check,
      fix: options.fix || options['fix-dry-run'],
      ...(options.changed !== undefined && { changed: await changed(options.changed, io.cwd) }),
      ...(options.cache && { cache: { path: resolve(io.cwd, '.stroma-cache'), key: cacheKey(options) } }),
      threads: wholeNumber('threads', options.threads, 1) ?? 1,
      progress: !options['no-progress'],
    }
    const checked = await checkManuscripts(job, io)
    return conclude({ ...checked, failures: [...failures, ...checked.failures] }, conclusion, io)
  },
})

async function conclusionOf(options: LintOptions, io: Io): Promise<Conclusion> {
  if (options.fix && options['fix-dry-run']) throw new Failure('--fix writes and --fix-dry-run does not: choose one.')
  if (options.color && options['no-color']) throw new Failure('--color and --no-color exclude each other.')
  const baseline = options.baseline ?? (options['update-baseline'] ? BASELINE_FILE : undefined)
  return {
    outputs: outputsOf(options.format),
    colour: options.color || (io.colour && !options['no-color']),
    quiet: options.quiet,
    statistics: options.statistics,
    maxWarnings: wholeNumber('max-warnings', options['max-warnings']) ?? Number.POSITIVE_INFINITY,
    ...(baseline !== undefined && { baseline: resolve(io.cwd, baseline) }),
    updateBaseline: options['update-baseline'],
    write: options.fix,
  }
}

const checkOptions = async ({ rule, config }: LintOptions, { cwd }: Io): Promise<CheckOptions> => ({
  cwd,
  rules: ruleSettings(rule),
  ...(config !== undefined && { projectFile: await projectFile(config, cwd) }),
})

function standardInput(operands: readonly string[], options: LintOptions, io: Io): { uri: string; fix: boolean } {
  if (operands.length > 0) throw new Failure('--stdin checks standard input alone; leave out the paths.')
  if (options.fix) {
    throw new Failure(
      '--fix cannot write to standard input.',
      'Take the text from “output” of --fix-dry-run --format json.',
    )
  }
  for (const name of ['changed', 'cache'] as const) {
    if (options[name]) throw new Failure(`--${name} does not go with --stdin.`)
  }
  return { uri: uriOf(resolve(io.cwd, options['stdin-filename'] ?? 'stdin.md')), fix: options['fix-dry-run'] }
}

const changed = async (commit: string, cwd: string): Promise<ReadonlySet<string>> =>
  new Set([...(await changedFiles(commit || 'HEAD', cwd))].map(uriOf))

const cacheKey = ({ rule, config }: LintOptions): readonly string[] => [version, config ?? '', ...rule]
