import type { Files } from '../../src/workspace/files.ts'

/** A disk in memory that counts what it is asked. Files by URI. */
export interface MemoryFiles extends Files {
  readonly texts: Map<string, string>
  /** Files that are no text. */
  readonly contents: Map<string, Uint8Array>
  readonly asked: { reads: number }
}

export function memoryFiles(initial: Iterable<readonly [string, string]> = []): MemoryFiles {
  const texts = new Map(initial)
  const contents = new Map<string, Uint8Array>()
  const asked = { reads: 0 }
  const isFolder = (uri: string): boolean =>
    [...texts.keys()].some(file => file.startsWith(uri.endsWith('/') ? uri : `${uri}/`))

  return {
    texts,
    contents,
    asked,
    async read(uri) {
      asked.reads++
      const text = texts.get(uri)
      if (text !== undefined) return { text, bom: false }
      return isFolder(uri)
        ? { failure: 'is a folder, not a file', missing: false }
        : { failure: 'was not found', missing: true }
    },
    async bytes(uri) {
      asked.reads++
      const bytes = contents.get(uri) ?? (texts.has(uri) ? new TextEncoder().encode(texts.get(uri)) : undefined)
      return bytes ? { bytes } : { failure: 'was not found', missing: true }
    },
    async kind(uri) {
      return texts.has(uri) || contents.has(uri) ? 'file' : isFolder(uri) ? 'folder' : undefined
    },
    async list(uri) {
      const names = [...texts.keys(), ...contents.keys()]
        .filter(file => file.startsWith(uri))
        .map(file => file.slice(uri.length).split('/')[0]!)
      return [...new Set(names)].sort()
    },
  }
}
