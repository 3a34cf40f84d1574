import type { FileBytes, Files, FileText } from './files.ts'
import { untilStill } from './until-still.ts'
import { folderOf } from './uri.ts'

/**
 * Files whose answers are kept until a change is told of, and in which an open document's text wins over the disk.
 * A file that another program is writing is what it was before until it has been still for a moment: a half-written
 * bibliography takes no suggestion away.
 */
export interface CachedFiles extends Files {
  open(uri: string, text: string): void
  close(uri: string): void
  isOpen(uri: string): boolean
  changed(uris: readonly string[]): void
}

/** `onSettled` is told of a changed file when its new text is there, if that was not at once. */
export function cachedFiles(files: Files, onSettled: (uri: string) => void = () => undefined): CachedFiles {
  const documents = new Map<string, FileText>()
  const texts = new Map<string, Promise<FileText>>()
  const contents = new Map<string, Promise<FileBytes>>()
  const stamps = new Map<string, ReturnType<NonNullable<Files['stamp']>>>()
  const kinds = new Map<string, Promise<'file' | 'folder' | undefined>>()
  const lists = new Map<string, Promise<readonly string[]>>()
  const presents = new Map<string, Promise<readonly string[]>>()
  const restless = new Set<string>()
  const turns = new Map<string, number>()

  const follow = async (uri: string): Promise<void> => {
    if (restless.has(uri)) return
    restless.add(uri)
    await untilStill(uri, files)
    restless.delete(uri)
    const turn = (turns.get(uri) ?? 0) + 1
    turns.set(uri, turn)
    const content = contents.has(uri) ? await files.bytes!(uri) : undefined
    const text = texts.has(uri) ? await files.read(uri) : undefined
    // The file has changed again: what is read after that may have come sooner, and is what counts.
    if (turns.get(uri) !== turn) return
    if (content) contents.set(uri, Promise.resolve(content))
    if (text) texts.set(uri, Promise.resolve(text))
    kinds.delete(uri)
    stamps.delete(uri)
    onSettled(uri)
  }

  return {
    ...files,
    read: async uri => documents.get(uri) ?? kept(texts, uri, () => files.read(uri)),
    ...(files.bytes && { bytes: (uri: string) => kept(contents, uri, () => files.bytes!(uri)) }),
    ...(files.stamp && { stamp: (uri: string) => kept(stamps, uri, () => files.stamp!(uri)) }),
    kind: async uri => (documents.has(uri) ? 'file' : kept(kinds, uri, () => files.kind(uri))),
    list: uri => kept(lists, uri, () => files.list(uri)),
    present: (uri, names) =>
      files.present ? kept(presents, uri, () => files.present!(uri, names)) : kept(lists, uri, () => files.list(uri)),
    open: (uri, text) => void documents.set(uri, { text, bom: false }),
    close: uri => void documents.delete(uri),
    isOpen: uri => documents.has(uri),
    changed(uris) {
      for (const uri of uris) {
        kinds.delete(uri)
        stamps.delete(uri)
        lists.delete(folderOf(uri))
        if (files.stamp && (texts.has(uri) || contents.has(uri))) void follow(uri)
        else {
          texts.delete(uri)
          contents.delete(uri)
        }
        presents.delete(folderOf(uri))
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
