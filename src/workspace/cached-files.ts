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
  /** A change of what a link leads to is one of the link, once {@link target} has been asked. */
  changed(uris: readonly string[]): void
  /** The address of what a link leads to, or a file behind a link, as it is called in the open folders; nothing where there is no link. */
  target(uri: string, roots: readonly string[]): Promise<string | undefined>
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
  /** What links lead to, by their own address. */
  const targets = new Map<string, string>()
  const folders = new Map<string, Promise<string>>()

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
    async target(uri, roots) {
      const real = (await files.real?.(uri)) ?? uri
      let target = real
      for (const root of roots) {
        const folder = await kept(
          folders,
          root,
          async () => `${((await files.real?.(root)) ?? root).replace(/\/$/, '')}/`,
        )
        if (real.startsWith(folder)) target = root + real.slice(folder.length)
      }
      if (target === uri) targets.delete(uri)
      else targets.set(uri, target)
      return targets.get(uri)
    },
    changed(uris) {
      const told = new Set(uris)
      const links = [...targets].flatMap(([link, target]) => (told.has(target) ? [link] : []))
      for (const uri of new Set([...uris, ...links])) {
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
