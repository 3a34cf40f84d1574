import { type IndexContents, type IndexedFile, type LoadedIndex, loadIndex } from '../lexicon/binary-index.ts'
import { checksum } from '../lexicon/checksum.ts'
import { chosen, isWhole, type LexiconChoice } from '../lexicon/choice.ts'
import { type Files, isBytes } from './files.ts'
import { folderOf, resolveUri } from './uri.ts'

/** What an index is called by its ending. */
export const INDEX_ENDING = '.stromaidx'

export const isIndexName = (path: string): boolean => path.toLowerCase().endsWith(INDEX_ENDING)

export interface IndexLoader {
  /** The index at an address as far as it is in use; the same object for as long as the file and the choice are. */
  load(
    uri: string,
    choice: LexiconChoice,
    files: Files,
  ): Promise<(LoadedIndex & { readonly looked: readonly string[]; readonly note?: string }) | { failure: string }>
}

export function indexLoader(): IndexLoader {
  const known = new Map<string, { bytes: Uint8Array; choice: string; loaded: ReturnType<typeof loadIndex> }>()
  const fresh = freshness()
  return {
    async load(uri, choice, files) {
      const file = (await files.bytes?.(uri)) ?? { failure: 'cannot be read here', missing: false }
      if (!isBytes(file)) return { failure: file.failure }
      const { categories, exceptCategories, packs, exceptPacks } = choice
      const key = JSON.stringify([categories, exceptCategories, packs, exceptPacks])
      const before = known.get(uri)
      const loaded =
        before?.bytes === file.bytes && before.choice === key
          ? before.loaded
          : loadIndex(file.bytes, isWhole(choice) ? undefined : chosen(choice))
      known.set(uri, { bytes: file.bytes, choice: key, loaded })
      if ('failure' in loaded) return loaded
      const { contents } = loaded
      const changed = await fresh(uri, contents.files, files)
      return {
        ...loaded,
        looked: contents.files.map(({ path }) => resolveUri(folderOf(uri), path)),
        ...(changed.length > 0 && { note: note(changed, contents, uri) }),
      }
    },
  }
}

/**
 * Tells which files have changed since an index was built from them: those that were written to later and are not what
 * they were. Files that are not there do not matter: an index may be given away alone.
 */
function freshness(): (uri: string, indexed: readonly IndexedFile[], files: Files) => Promise<readonly string[]> {
  const compared = new Map<string, { written: number; same: boolean }>()
  return async (uri, indexed, files) => {
    const index = await files.stamp?.(uri)
    if (!index) return []
    const changed: string[] = []
    for (const { path, size, checksum: before } of indexed) {
      const address = resolveUri(folderOf(uri), path)
      const stamp = await files.stamp!(address)
      if (!stamp || stamp.written <= index.written) continue
      const key = `${address} ${size} ${before}`
      let known = compared.get(key)
      if (known?.written !== stamp.written) {
        const file = await files.bytes!(address)
        const same = isBytes(file) && file.bytes.length === size && checksum(file.bytes) === before
        compared.set(key, (known = { written: stamp.written, same }))
      }
      if (!known.same) changed.push(path)
    }
    return changed
  }
}

function note(changed: readonly string[], { files }: IndexContents, uri: string): string {
  const index = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
  const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path}'`)
  const again = `stroma lexicon build ${files.map(({ path }) => quoted(path)).join(' ')} --to ${quoted(index)}`
  const [one, ...others] = changed.map(path => `“${path}”`)
  const what = others.length === 0 ? `${one} has` : `${one} and ${others.join(', ')} have`
  return `${what} changed since “${index}” was built, and the index still has what was there before. Build it again, in its folder: ${again}`
}
