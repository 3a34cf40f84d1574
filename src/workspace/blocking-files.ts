import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type FileBytes, type Files, isBytes } from './files.ts'
import { decodeText, failureOf, LARGEST, NO_PATH, nodeFiles, pathOf, READING, refusalOf } from './node-files.ts'

/**
 * The files of the machine, for a program that has nothing else to do while it reads: asking at once takes a tenth of the
 * time of a question that is answered later. The answers are those of `nodeFiles`.
 */
export const blockingFiles: Files = {
  ...nodeFiles,

  async read(uri) {
    const file = contentOf(uri)
    return isBytes(file) ? decodeText(file.bytes) : file
  },

  async kind(uri) {
    const about = attempt(uri, path => statSync(path, QUIETLY))
    return about?.isDirectory() ? 'folder' : about?.isFile() ? 'file' : undefined
  },

  list: async uri => (attempt(uri, path => readdirSync(path)) ?? []).sort(),

  async real(uri) {
    const real = attempt(uri, path => realpathSync.native(path))
    return real === undefined ? uri : pathToFileURL(real).href
  },
}

/** That something is not there is an answer, and no error with a trace. */
const QUIETLY = { throwIfNoEntry: false } as const

function attempt<T>(uri: string, ask: (path: string) => T): T | undefined {
  const path = pathOf(uri)
  try {
    return path === undefined ? undefined : ask(path)
  } catch {
    return undefined
  }
}

function contentOf(uri: string): FileBytes {
  const path = pathOf(uri)
  if (path === undefined) return NO_PATH
  try {
    const file = openSync(path, READING)
    try {
      return refusalOf(fstatSync(file), LARGEST) ?? { bytes: readFileSync(file) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    return failureOf(error, attempt(uri, lstatSync)?.isSymbolicLink() ?? false)
  }
}
