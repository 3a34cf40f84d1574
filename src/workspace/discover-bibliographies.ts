import type { BibliographySource } from '../bibliography/reference.ts'
import { DIALECTS } from '../manuscript/dialects/interpret.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Span } from '../text/span.ts'
import type { Files } from './files.ts'
import { globMatcher } from './glob.ts'
import type { Surroundings } from './project.ts'
import { folderOf, isLocalPath, relativePath, resolveUri } from './uri.ts'
import { isData, yamlFile } from './yaml-file.ts'

/** A bibliography that a manuscript asks for, and the addresses to try for it, in order. */
export interface DeclaredBibliography {
  readonly path: string
  readonly declaredIn: BibliographySource['declaredIn']
  readonly span?: Span
  readonly candidates: readonly string[]
}

interface Place {
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
  const { uri, manuscript, surroundings, roots } = place
  const folders = [
    folderOf(uri),
    surroundings.projectFolder,
    ...surroundings.toolFolders,
    ...roots.filter(root => uri.startsWith(root)),
  ]
  const declared: DeclaredBibliography[] = [
    ...(await fromTools(place)),
    ...surroundings.configuration.bibliography.map(path =>
      at(path, 'configuration', [surroundings.projectFolder, folderOf(uri)]),
    ),
    ...manuscript.frontMatter.bibliography.map(({ value, span }) => ({ ...at(value, 'front-matter', folders), span })),
  ]
  const address = ({ candidates, path }: DeclaredBibliography): string => candidates[0] ?? path
  return declared.filter((one, index) => !declared.slice(index + 1).some(later => address(later) === address(one)))
}

const at = (
  path: string,
  declaredIn: DeclaredBibliography['declaredIn'],
  folders: readonly string[],
): DeclaredBibliography => ({
  path,
  declaredIn,
  candidates: isLocalPath(path) ? [...new Set(folders.map(folder => resolveUri(folder, path)))] : [],
})

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
      found.push(...texts(value).map(path => at(path, 'project', [folderOf(tool), folderOf(uri)])))
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
    const matches = globMatcher([glob])
    const start = project + glob.slice(0, glob.lastIndexOf('/', glob.search(/[*{]/)) + 1)
    const named = (await filesBelow(files, start)).filter(file => matches(relativePath(project, file)))
    found.push(...named.map(file => at(relativePath(project, file), 'convention', [project])))
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

/** How far and how much is looked through for files that count by their name. */
const BELOW = { depth: 4, folders: 500 }

/** The files in a folder and those below it, nearest first; hidden and installed ones left out. */
async function filesBelow(files: Files, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  let level = [folder]
  for (let depth = 0; depth < BELOW.depth && level.length > 0; depth++) {
    const deeper: string[] = []
    for (const current of level) {
      for (const name of await files.list(current)) {
        if (/^[._]|^node_modules$/.test(name)) continue
        if (name.includes('.')) found.push(resolveUri(current, name))
        else if (deeper.length < BELOW.folders) deeper.push(`${resolveUri(current, name)}/`)
      }
    }
    level = deeper
  }
  return found
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter(item => typeof item === 'string') : []
