import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Failure, reasonOf } from './failure.ts'

/**
 * Writes a file so that nobody ever sees half of it: beside it first, then moved over it. A symbolic link stays one,
 * and the file keeps its permissions. What goes wrong fails the run.
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    const mode = await stat(target).then(
      status => status.mode & 0o777,
      () => 0o666,
    )
    await mkdir(dirname(target), { recursive: true })
    await writeFile(beside, content, { mode, flag: 'wx' })
    await rename(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    throw new Failure(`“${path}” cannot be written: ${reasonOf(error)}.`)
  }
}
