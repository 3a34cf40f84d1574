import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Io } from '../../src/cli/io.ts'
import { run } from '../../src/cli/run.ts'

export interface Outcome {
  readonly status: number
  readonly out: string
  readonly err: string
}

const folders: string[] = []
after(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A new folder with these files in it; it is removed when the tests are over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stroma-')))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Runs a command line inside this process. */
export async function stroma(cwd: string, args: readonly string[], given: Partial<Io> & { stdin?: string } = {}) {
  let out = ''
  let err = ''
  const { stdin = '', ...others } = given
  const io: Io = {
    cwd,
    colour: false,
    terminal: false,
    out: text => void (out += text),
    err: text => void (err += text),
    input: async () => Buffer.from(stdin),
    ...others,
  }
  const status = await run(args, io)
  return { status, out, err } satisfies Outcome
}

export const PROGRAM = resolve('dist/stroma.js')

/** Runs the built program, as a shell or CI does. */
export const spawned = (cwd: string, args: readonly string[], stdin?: string | Uint8Array): Promise<Outcome> =>
  new Promise(done => {
    const options = { cwd, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 64 << 20 }
    const child = execFile(process.execPath, [PROGRAM, ...args], options, (_error, out, err) =>
      done({ status: child.exitCode ?? -1, out, err }),
    )
    child.stdin?.end(stdin)
  })
