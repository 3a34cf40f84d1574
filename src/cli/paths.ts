import { basename, dirname, isAbsolute, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { resolveUri } from '../workspace/uri.ts'

/** The URI of an absolute path, written as the workspace writes it. */
export const uriOf = (path: string): string => resolveUri(pathToFileURL(`${dirname(path)}/`).href, basename(path))

/** How a file is called in reports: from the working directory, with forward slashes; what is no file keeps its address. */
export function pathOf(uri: string, cwd: string): string {
  if (!uri.startsWith('file:')) return uri
  return displayPath(fileURLToPath(uri), cwd)
}

/** The same for an absolute path. On another drive, it stays absolute. */
export function displayPath(path: string, cwd: string): string {
  const inside = relative(cwd, path)
  return (isAbsolute(inside) ? path : inside || '.').split(sep).join('/')
}
