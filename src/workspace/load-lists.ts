import type { Problem } from '../text/span.ts'
import { type Files, type FileText, isText } from './files.ts'
import { isLocalPath, resolveUri } from './uri.ts'

/** Lists of one kind that a project names, as one, and why any of them could not be read. */
export interface LoadedLists<List> {
  readonly list?: List
  /** The files named, read or not. */
  readonly looked: readonly string[]
  readonly problems: readonly Problem[]
}

/** What lists of a kind are, and how an author calls them. */
export interface ListKind<List> {
  read(text: string): List
  /** Several lists as one, the first going first. */
  join(lists: readonly List[]): List
  /** Such as “list of retractions”. */
  readonly called: string
  /** What is wrong with a list that has nothing in it. */
  readonly empty: string
}

export interface ListLoader<List> {
  /** `folder` is what the paths are relative to. */
  load(paths: readonly string[], folder: string, files: Files): Promise<LoadedLists<List>>
}

/** Reads each list once for as long as its file stays the same; the same lists give the same object. */
export function listLoader<List extends { readonly size: number }>(kind: ListKind<List>): ListLoader<List> {
  const lists = new Map<string, { file: FileText; list: List }>()
  let joined: { readonly lists: readonly List[]; readonly list: List } | undefined

  const join = (wanted: readonly List[]): List => {
    const known = joined && joined.lists.length === wanted.length && joined.lists.every((one, at) => one === wanted[at])
    if (!known) joined = { lists: wanted, list: kind.join(wanted) }
    return joined!.list
  }

  return {
    async load(paths, folder, files) {
      const found: List[] = []
      const looked: string[] = []
      const problems: Problem[] = []
      for (const path of paths) {
        const address = addressOf(path, folder, files)
        const file = address === undefined ? undefined : await files.read(address)
        if (address) looked.push(address)
        if (!file || !isText(file)) {
          const why = file ? file.failure : 'is not a file of this machine'
          problems.push({ message: `The ${kind.called} “${path}” ${why}.`, span: { start: 0, end: 0 } })
          continue
        }
        const known = lists.get(address!)
        const list = known?.file === file ? known.list : kind.read(file.text)
        lists.set(address!, { file, list })
        found.push(list)
        if (list.size > 0) continue
        problems.push({ message: `The ${kind.called} “${path}” ${kind.empty}`, span: { start: 0, end: 0 } })
      }
      return { looked, problems, ...(found.length > 0 && { list: join(found) }) }
    },
  }
}

function addressOf(path: string, folder: string, { home }: Files): string | undefined {
  if (home !== undefined && path.startsWith('~/')) return resolveUri(home, path.slice(2))
  if (!isLocalPath(path)) return undefined
  return path.startsWith('/') ? resolveUri('file:///', path.slice(1)) : resolveUri(folder, path)
}
