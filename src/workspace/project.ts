import { type Configuration, mergeConfigurations, mergeRules } from '../config/configuration.ts'
import { type ReadConfiguration, readConfiguration } from '../config/read-configuration.ts'
import { PROJECT_FILES as DIALECT_FILES } from '../manuscript/dialects/detect-dialect.ts'
import { DIALECTS } from '../manuscript/dialects/interpret.ts'
import type { Problem } from '../text/span.ts'
import { type Files, isText } from './files.ts'
import { globMatcher } from './glob.ts'
import { folderOf, foldersUpward, relativePath } from './uri.ts'

const PROJECT_FILES = ['.stroma.yaml', '.stroma.yml', '.stroma.json']

/** Files of other tools that tell the dialect or the bibliographies; some are named with the folder that they stand in. */
const TOOL_FILES: readonly string[] = [
  ...new Set([
    ...DIALECT_FILES,
    ...Object.values(DIALECTS).flatMap(({ bibliographies }) => bibliographies.declaredIn.map(({ file }) => file)),
  ]),
]

/** What is looked for in every folder upward. */
export const NAMES_AROUND: readonly string[] = [
  ...new Set([...PROJECT_FILES, ...TOOL_FILES.map(name => name.split('/')[0]!)]),
]

/** What stands around a manuscript: its project file and the files of the tools that render it. */
export interface Surroundings {
  /** The project file and its folder, or the folder to use in its place. */
  readonly projectFile?: string
  readonly projectFolder: string
  readonly configuration: Configuration
  readonly problems: readonly Problem[]
  /** Tool files upward from the manuscript, nearest first. */
  readonly toolFiles: readonly string[]
  /** The folders of the tools' projects, nearest first: a file may be named as seen from there. */
  readonly toolFolders: readonly string[]
}

export interface SurroundingsOptions {
  readonly files: Files
  readonly roots: readonly string[]
  /** The editor's settings. */
  readonly editor: Configuration
  /** A project file to use whatever stands upward. */
  readonly projectFile?: string | undefined
  /** Reads a project file; kept by the caller so that one text is read once. */
  readonly read?: (uri: string, text: string) => ReadConfiguration
}

/** Looks upward from a manuscript. */
export async function surroundings(
  uri: string,
  { files, roots, editor, projectFile, read = (_, text) => readConfiguration(text) }: SurroundingsOptions,
): Promise<Surroundings> {
  const folders = foldersUpward(folderOf(uri), roots)
  const toolFiles: string[] = []
  const toolFolders = new Set<string>()
  let found = projectFile
  for (const folder of folders) {
    const names = await (files.present?.(folder, NAMES_AROUND) ?? files.list(folder))
    for (const name of TOOL_FILES) {
      if (!names.includes(name.split('/')[0]!)) continue
      if (!name.includes('/') || (await files.kind(folder + name)) === 'file') {
        toolFiles.push(folder + name)
        toolFolders.add(folder)
      }
    }
    const named = PROJECT_FILES.find(name => names.includes(name))
    if (named && !found) found = folder + named
  }
  const projectFolder = found ? folderOf(found) : (roots.find(root => uri.startsWith(root)) ?? folderOf(uri))
  const tools = { toolFiles, toolFolders: [...toolFolders] }
  if (!found) return { projectFolder, configuration: editor, problems: [], ...tools }

  const file = await files.read(found)
  if (!isText(file))
    return {
      projectFile: found,
      projectFolder,
      configuration: editor,
      problems: [{ message: `The project file ${file.failure}.`, span: { start: 0, end: 0 } }],
      ...tools,
    }
  const { configuration, problems } = read(found, file.text)
  return {
    projectFile: found,
    projectFolder,
    configuration: mergeConfigurations(editor, configuration),
    problems,
    ...tools,
  }
}

/** The configuration with the overrides for one manuscript laid on top. */
export function configurationFor(uri: string, { configuration, projectFolder }: Surroundings): Configuration {
  const path = relativePath(projectFolder, uri)
  const applying = configuration.overrides.filter(({ files }) => globMatcher(files)(path))
  if (applying.length === 0) return configuration
  const dialect = applying.findLast(override => override.dialect)?.dialect ?? configuration.dialect
  return {
    ...configuration,
    ...(dialect && { dialect }),
    bibliography: [...configuration.bibliography, ...applying.flatMap(({ bibliography }) => bibliography)],
    rules: applying.map(({ rules }) => rules).reduce(mergeRules, configuration.rules),
  }
}

/** Whether the project file says that a manuscript is not to be checked. */
export const isIgnored = (uri: string, { configuration, projectFolder }: Surroundings): boolean =>
  configuration.ignore.length > 0 && globMatcher(configuration.ignore)(relativePath(projectFolder, uri))
