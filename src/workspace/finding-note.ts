import type { BibliographySource } from '../bibliography/reference.ts'
import type { DialectName } from '../manuscript/manuscript.ts'
import { folderOf, relativePath } from './uri.ts'

/** Where a manuscript stands. */
interface Stand {
  readonly uri: string
  readonly dialect: DialectName
  readonly toolFolders: readonly string[]
  readonly projectFolder: string
}

/**
 * What an author should know of where a bibliography was found, when the renderer may not find it there: Pandoc looks a
 * path up from the folder that it is run in, Quarto and R Markdown from the folder of the manuscript. It is no finding,
 * since how a manuscript is rendered cannot be seen from it.
 */
export function findingNote(
  { declaredIn, bibliography, looked, path }: BibliographySource,
  { uri, dialect, toolFolders, projectFolder }: Stand,
): string | undefined {
  if (declaredIn !== 'front-matter' || !bibliography || bibliography.uri === uri || /^([/\\~]|[a-z]:)/i.test(path))
    return undefined
  const beside = looked.length === 1
  const shown = relativePath(folderOf(uri), bibliography.uri)
  if (dialect === 'quarto' || (dialect === 'rmarkdown' && toolFolders.length === 0)) {
    const tool = dialect === 'quarto' ? 'Quarto' : 'R Markdown'
    return beside ? undefined : `${tool} looks from the folder of the manuscript only; write “${shown}” there.`
  }
  if (dialect !== 'pandoc') return undefined
  if (beside) {
    return folderOf(uri) !== projectFolder && uri.startsWith(projectFolder)
      ? 'Pandoc finds it only when it is run in the folder of the manuscript, or is given that folder as “--resource-path”.'
      : undefined
  }
  return `It is at “${shown}” as seen from the manuscript; Pandoc finds it as “${path}” only when it is run in that folder.`
}
