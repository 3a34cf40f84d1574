import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program can be started. */
export const isProgram = (name: string): boolean =>
  spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined

/** What a program prints for `input`; nothing when it fails or takes longer than a minute. */
export function output(program: string, parameters: readonly string[], input = '', cwd = tmpdir()): string {
  try {
    return execFileSync(program, parameters, {
      input,
      cwd,
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 2 ** 28,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}

/** Runs `work` in a folder of its own, which is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'witness-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
