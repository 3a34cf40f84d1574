/** The URI of what `path` (as an author writes it, relative or absolute) means in the folder of `base`. */
export function resolveUri(base: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return path
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeSegment).join('/')
  try {
    return new URL(encoded, base).href
  } catch {
    return base
  }
}

/** The folder that a file or folder is in, with a slash at the end. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/', uri.length - 2) + 1)

/** The last part of a URI, decoded. */
export const nameOf = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1))

/** How a file is called seen from a folder: for messages and reports. */
export function relativePath(fromFolder: string, uri: string): string {
  const from = fromFolder.split('/').slice(0, -1)
  const to = uri.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  if (shared < 3) return decode(uri)
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].map(decode).join('/')
}

/** The folder and those above it, nearest first, down to `root` or to the top. */
export function foldersUpward(folder: string, roots: readonly string[] = []): readonly string[] {
  const folders: string[] = []
  for (let current = folder; current.length > 'file:///'.length - 1; current = folderOf(current)) {
    folders.push(current)
    if (roots.includes(current) || folderOf(current) === current) break
  }
  return folders
}

/** Whether a path leads to a file at all: not to a web address, not to a network share. It may be a `file:` address. */
export const isLocalPath = (path: string): boolean =>
  !/^(?!file:\/\/\/)[a-z][a-z0-9+.-]+:/i.test(path) && !/^(\\\\|\/\/)/.test(path) && !path.includes('\0')

const encodeSegment = (segment: string): string =>
  encodeURIComponent(decode(segment)).replace(/%(3A|40|2B|2C|3D|24|26|3B)/gi, decodeURIComponent)

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
