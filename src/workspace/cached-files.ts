import type { Files, FileText } from './files.ts'
import { folderOf } from './uri.ts'

/** Files whose answers are kept until a change is told of, and in which an open document's text wins over the disk. */
export interface CachedFiles extends Files {
  open(uri: string, text: string): void
  close(uri: string): void
  isOpen(uri: string): boolean
  changed(uris: readonly string[]): void
}

export function cachedFiles(files: Files): CachedFiles {
  const documents = new Map<string, FileText>()
  const texts = new Map<string, Promise<FileText>>()
  const kinds = new Map<string, Promise<'file' | 'folder' | undefined>>()
  const lists = new Map<string, Promise<readonly string[]>>()

  return {
    read: async uri => documents.get(uri) ?? kept(texts, uri, () => files.read(uri)),
    kind: async uri => (documents.has(uri) ? 'file' : kept(kinds, uri, () => files.kind(uri))),
    list: uri => kept(lists, uri, () => files.list(uri)),
    open: (uri, text) => void documents.set(uri, { text, bom: false }),
    close: uri => void documents.delete(uri),
    isOpen: uri => documents.has(uri),
    changed(uris) {
      for (const uri of uris) {
        texts.delete(uri)
        kinds.delete(uri)
        lists.delete(folderOf(uri))
      }
    },
  }
}

function kept<T>(cache: Map<string, Promise<T>>, key: string, compute: () => Promise<T>): Promise<T> {
  const known = cache.get(key)
  if (known) return known
  const computed = compute()
  cache.set(key, computed)
  return computed
}
