import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Failure } from '../failure.ts'

const run = promisify(execFile)

/**
 * Absolute paths of the files that differ from a commit (`HEAD` when none is named), staged or not, and of those Git does not know yet.
 * Git is started with a list of arguments, never through a shell.
 */
export async function changedFiles(commit: string, cwd: string): Promise<ReadonlySet<string>> {
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run('git', args, { cwd, maxBuffer: 1 << 28 })
    return stdout
  }
  try {
    const top = (await git('rev-parse', '--show-toplevel')).trim()
    const base = (await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${commit}^{commit}`)).trim()
    const differing = await git('diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', base, '--')
    const unknown = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/')
    const paths = `${differing}${unknown}`.split('\0').filter(Boolean)
    return new Set(paths.map(path => join(top, path)))
  } catch (error) {
    throw failureOf(error, commit)
  }
}

/** Whether what follows `--changed` is the name of a commit and not a path to check. */
export function namesCommit(following: string, cwd: string): boolean {
  if (existsSync(resolve(cwd, following))) return false
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${following}^{commit}`]
  try {
    execFileSync('git', args, { cwd, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function failureOf(error: unknown, commit: string): Failure {
  const { code, stderr } = error as { code?: unknown; stderr?: string }
  if (code === 'ENOENT') return new Failure('--changed needs Git, which was not found.')
  if (stderr?.includes('not a git repository')) return new Failure('--changed needs a Git repository; this is none.')
  const said = stderr?.trim().split('\n')[0]
  return new Failure(`Git knows no commit “${commit}”${said ? `: ${said}` : '.'}`)
}
