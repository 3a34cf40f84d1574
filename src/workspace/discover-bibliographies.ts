import type { BibliographySource } from '../bibliography/reference.ts'
import { DIALECTS } from '../manuscript/dialects/interpret.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Span } from '../text/span.ts'
import type { Files } from './files.ts'
import { filesMatching, isGlob } from './files-below.ts'
import { networkHost } from './network-hosts.ts'
import type { Surroundings } from './project.ts'
import { folderOf, isLocalPath, relativePath, resolveUri } from './uri.ts'
import { isData, yamlFile } from './yaml-file.ts'

/** A bibliography that a manuscript asks for, and the addresses to try for it, in order. */
export interface DeclaredBibliography {
  readonly path: string
  readonly declaredIn: BibliographySource['declaredIn']
  readonly span?: Span
  readonly candidates: readonly string[]
  /** A glob that no file answers to. */
  readonly glob?: boolean
}

/** A manuscript, and where it stands among files. */
export interface Place {
  readonly uri: string
  readonly manuscript: Manuscript
  readonly surroundings: Surroundings
  readonly files: Files
  readonly roots: readonly string[]
}

/**
 * Every bibliography of a manuscript, in the order in which they are merged: project, project file, front matter.
 * Pandoc looks a path up from the folder it is run in, Quarto and R Markdown from the document; both are tried, the document first.
 */
export async function discoverBibliographies(place: Place): Promise<readonly DeclaredBibliography[]> {
  const { uri, manuscript, surroundings, files, roots } = place
  const folders = [
    folderOf(uri),
    surroundings.projectFolder,
    ...surroundings.toolFolders,
    ...roots.filter(root => uri.startsWith(root)),
  ]
  const declared: DeclaredBibliography[] = [
    ...(await fromTools(place)),
    ...(await configured(surroundings.configuration.bibliography, 'configuration', place)),
    ...manuscript.frontMatter.bibliography.map(({ value, span }) => ({
      ...at(value, 'front-matter', folders, files),
      span,
    })),
  ]
  const address = ({ candidates, path }: DeclaredBibliography): string => candidates[0] ?? path
  return declared.filter((one, index) => !declared.slice(index + 1).some(later => address(later) === address(one)))
}

/** The author's own library, which is offered beside what the manuscript cites from. */
export const discoverLibrary = (place: Place): Promise<readonly DeclaredBibliography[]> =>
  configured(place.surroundings.configuration.library, 'library', place)

/** Paths and globs of the project file or the editor, relative to the project. */
async function configured(
  paths: readonly string[],
  declaredIn: DeclaredBibliography['declaredIn'],
  { uri, surroundings: { projectFolder }, files }: Place,
): Promise<DeclaredBibliography[]> {
  const declared: DeclaredBibliography[] = []
  for (const written of paths) {
    const atHome = files.home !== undefined && written.startsWith('~/')
    const [path, ...folders] = atHome
      ? [written.slice(2), files.home]
      : written.startsWith('/') && isLocalPath(written)
        ? [written.slice(1), 'file:///']
        : [written, projectFolder, folderOf(uri)]
    const one = { ...at(path, declaredIn, folders, files), path: written }
    if (!isGlob(path) || (await files.kind(one.candidates[0] ?? path)) === 'file') {
      declared.push(one)
      continue
    }
    const found = await filesMatching(folders[0]!, path, files)
    for (const file of found) declared.push({ path: relativePath(projectFolder, file), declaredIn, candidates: [file] })
    if (found.length === 0) declared.push({ path: written, declaredIn, candidates: [], glob: true })
  }
  return declared
}

const at = (
  path: string,
  declaredIn: DeclaredBibliography['declaredIn'],
  folders: readonly string[],
  files: Files,
): DeclaredBibliography => ({
  path,
  declaredIn,
  candidates:
    isLocalPath(path) || isOnAllowedHost(path, files)
      ? [...new Set(folders.map(folder => resolveUri(folder, path)))]
      : [],
})

function isOnAllowedHost(path: string, { reaches }: Files): boolean {
  const host = networkHost(path)
  return host !== undefined && reaches?.(host) === true
}

/** What the files of the dialect's tools declare, and what counts as a bibliography by its name alone. */
async function fromTools({ uri, manuscript, surroundings, files }: Place): Promise<DeclaredBibliography[]> {
  const { declaredIn, byName, onlyWhenUndeclared } = DIALECTS[manuscript.dialect].bibliographies
  const found: DeclaredBibliography[] = []
  for (const { file, field } of declaredIn) {
    for (const tool of surroundings.toolFiles.filter(tool => tool.endsWith(`/${file}`) && tool !== uri)) {
      if (/^index\.rmd$/i.test(file) && !isBookFolder(folderOf(tool), surroundings)) continue
      const value = field
        .split('.')
        .reduce<unknown>((data, name) => (isData(data) ? data[name] : undefined), await yamlFile(tool, files))
      found.push(...texts(value).map(path => at(path, 'project', [folderOf(tool), folderOf(uri)], files)))
    }
  }
  if (
    byName.length === 0 ||
    (onlyWhenUndeclared && (found.length > 0 || manuscript.frontMatter.bibliography.length > 0))
  )
    return found
  const project = projectOf(
    declaredIn.map(({ file }) => file),
    surroundings,
  )
  if (project === undefined) return found
  for (const glob of byName) {
    const named = await filesMatching(project, glob, files)
    found.push(...named.map(file => at(relativePath(project, file), 'convention', [project], files)))
  }
  return found
}

const isBookFolder = (folder: string, { toolFiles }: Surroundings): boolean =>
  toolFiles.includes(`${folder}_bookdown.yml`)

/** The folder of the nearest of the files that make a project of this dialect. */
function projectOf(names: readonly string[], { toolFiles }: Surroundings): string | undefined {
  for (const tool of toolFiles) {
    const name = names.find(name => tool.endsWith(`/${name}`))
    if (name !== undefined) return tool.slice(0, -name.length)
  }
  return undefined
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
