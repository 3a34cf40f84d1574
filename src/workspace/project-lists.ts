import type { RetractionList } from '../bibliography/retractions.ts'
import type { GeneSymbols } from '../lexicon/gene-symbols.ts'
import type { Problem } from '../text/span.ts'
import type { Files } from './files.ts'
import { geneSymbolLoader } from './load-gene-symbols.ts'
import { retractionLoader } from './load-retractions.ts'
import type { Surroundings } from './project.ts'
import { folderOf } from './uri.ts'

/** The lists that a project names besides bibliographies and lexicons. */
export interface ProjectLists {
  readonly retractions: RetractionList | undefined
  readonly geneSymbols: GeneSymbols | undefined
  /** The files named, read or not. */
  readonly looked: readonly string[]
  readonly problems: readonly Problem[]
}

/** Loads them; what did not change stays the same object. Paths are relative to the project file, or else to the manuscript. */
export function projectLists(): (uri: string, surroundings: Surroundings, files: Files) => Promise<ProjectLists> {
  const retractionLists = retractionLoader()
  const geneSymbolLists = geneSymbolLoader()
  return async (uri, { configuration, projectFolder }, files) => {
    const folder = projectFolder || folderOf(uri)
    const retractions = await retractionLists.load(configuration.retractions, folder, files)
    const geneSymbols = await geneSymbolLists.load(configuration.geneSymbols, folder, files)
    return {
      retractions: retractions.list,
      geneSymbols: geneSymbols.list,
      looked: [...retractions.looked, ...geneSymbols.looked],
      problems: [...retractions.problems, ...geneSymbols.problems],
    }
  }
}
