import type { DialectName } from '../manuscript/manuscript.ts'
import type { Files } from './files.ts'
import type { Surroundings } from './project.ts'
import { folderOf, resolveUri } from './uri.ts'
import { yamlFile } from './yaml-file.ts'

/** The most files that are taken to be rendered together. */
const MOST = 500

/** How a tool tells which manuscripts it renders together: by its project file, and what is in it or stands beside it. */
const TOGETHER: Partial<
  Record<DialectName, { readonly file: RegExp; members(file: string, files: Files): Promise<readonly string[]> }>
> = {
  manubot: { file: /\/content\/metadata\.yaml$/, members: (file, files) => beside(file, /^\d.*\.md$/, files) },
  myst: { file: /\/myst\.ya?ml$/, members: (file, files) => beside(file, /\.md$/, files) },
  quarto: {
    file: /\/_quarto\.ya?ml$/,
    members: async (file, files) =>
      chapterPaths((await yamlFile(file, files)).book).map(path => resolveUri(file, path)),
  },
  rmarkdown: {
    file: /\/_bookdown\.ya?ml$/,
    async members(file, files) {
      const listed = chapterPaths((await yamlFile(file, files)).rmd_files)
      return listed.length > 0 ? listed.map(path => resolveUri(file, path)) : beside(file, /^[^_].*\.rmd$/i, files)
    },
  },
}

/**
 * The other manuscripts that are rendered into one document with this one: chapters of a Quarto or bookdown book,
 * the sections of a Manubot manuscript, the pages of a MyST project. In the order of the project.
 */
export async function relatedManuscripts(
  uri: string,
  dialect: DialectName,
  { toolFiles }: Surroundings,
  files: Files,
): Promise<readonly string[]> {
  const together = TOGETHER[dialect]
  const file = toolFiles.find(tool => together?.file.test(tool))
  if (!together || !file) return []
  return [...new Set(await together.members(file, files))].filter(other => other !== uri).slice(0, MOST)
}

const beside = async (file: string, pattern: RegExp, files: Files): Promise<readonly string[]> =>
  (await files.list(folderOf(file))).filter(name => pattern.test(name)).map(name => resolveUri(file, name))

/** The manuscripts named anywhere in a list of chapters and parts. */
function chapterPaths(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return /\.(qmd|rmd|md)$/i.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null || depth > 8) return []
  return Object.values(value).flatMap(inner => chapterPaths(inner, depth + 1))
}
