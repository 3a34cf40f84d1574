import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure, reasonOf } from './failure.ts'

/**
 * Writes a file so that nobody ever sees half of it: beside it first, then moved over it; it keeps its permissions.
 * A symbolic link is not followed, so that a repository cannot have files outside it written. What goes wrong fails the run.
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const status = await lstat(path).catch(() => undefined)
    if (status?.isSymbolicLink()) throw new Failure(`“${path}” is a symbolic link and was not written.`)
    if (status && !status.isFile()) return await writeFile(path, content)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(beside, content, { mode: status ? status.mode & 0o777 : 0o666, flag: 'wx' })
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error instanceof Failure ? error : new Failure(`“${path}” cannot be written: ${reasonOf(error)}.`)
  }
}
