import type { Library } from '../bibliography/reference.ts'
import { type RetractionList, readRetractions } from '../bibliography/retractions.ts'
import type { Problem } from '../text/span.ts'
import { type Files, type FileText, isText } from './files.ts'
import type { Surroundings } from './project.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'

/** The lists of retracted works that a project names, as one, and why any of them could not be read. */
export interface LoadedRetractions {
  readonly list?: RetractionList
  /** The files named, read or not. */
  readonly looked: readonly string[]
  readonly problems: readonly Problem[]
}

export interface RetractionLoader {
  load(uri: string, surroundings: Surroundings, files: Files): Promise<LoadedRetractions>
}

/** Reads each list once for as long as its file stays the same; the same lists give the same object. */
export function retractionLoader(): RetractionLoader {
  const lists = new Map<string, { file: FileText; list: RetractionList }>()
  let joined: { readonly lists: readonly RetractionList[]; readonly list: RetractionList } | undefined

  const join = (wanted: readonly RetractionList[]): RetractionList => {
    const known = joined && joined.lists.length === wanted.length && joined.lists.every((one, at) => one === wanted[at])
    if (!known) joined = { lists: wanted, list: firstThatKnows(wanted) }
    return joined!.list
  }

  return {
    async load(uri, { configuration, projectFolder }, files) {
      const found: RetractionList[] = []
      const looked: string[] = []
      const problems: Problem[] = []
      for (const path of configuration.retractions) {
        const address = addressOf(path, projectFolder, folderOf(uri), files)
        const file = address === undefined ? undefined : await files.read(address)
        if (address) looked.push(address)
        if (!file || !isText(file)) {
          const why = file ? file.failure : 'is not a file of this machine'
          problems.push({ message: `The list of retractions “${path}” ${why}.`, span: { start: 0, end: 0 } })
          continue
        }
        const known = lists.get(address!)
        const list = known?.file === file ? known.list : readRetractions(file.text)
        lists.set(address!, { file, list })
        found.push(list)
        if (list.size > 0) continue
        const message = `The list of retractions “${path}” names no DOI and no PMID; export it as CSV or as a list of PMIDs.`
        problems.push({ message, span: { start: 0, end: 0 } })
      }
      return { looked, problems, ...(found.length > 0 && { list: join(found) }) }
    },
  }
}

function addressOf(path: string, projectFolder: string, folder: string, { home }: Files): string | undefined {
  if (home !== undefined && path.startsWith('~/')) return resolveUri(home, path.slice(2))
  if (!isLocalPath(path)) return undefined
  return path.startsWith('/') ? resolveUri('file:///', path.slice(1)) : resolveUri(projectFolder || folder, path)
}

const firstThatKnows = (lists: readonly RetractionList[]): RetractionList => ({
  size: lists.reduce((sum, { size }) => sum + size, 0),
  of(item) {
    for (const list of lists) {
      const retraction = list.of(item)
      if (retraction) return retraction
    }
    return undefined
  },
})

const joinedLibraries = new WeakMap<Library, Library>()

/** A library that knows of retracted works; the same library and list give the same object. */
export function withRetractions(library: Library, list: RetractionList | undefined): Library {
  if (!list) return library
  const known = joinedLibraries.get(library)
  if (known?.retractions === list) return known
  const joined = { ...library, retractions: list }
  joinedLibraries.set(library, joined)
  return joined
}
