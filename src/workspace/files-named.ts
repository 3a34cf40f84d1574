import { includesOf } from '../manuscript/includes.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { Files } from './files.ts'
import type { Surroundings } from './project.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'

/** Whether the files that images and includes name are there, from the manuscript's folder or the project's. */
export async function filesNamed(
  uri: string,
  manuscript: Manuscript,
  { projectFolder }: Surroundings,
  files: Files,
): Promise<ReadonlyMap<string, boolean>> {
  const named = [...manuscript.images, ...manuscript.links].map(({ destination }) => destination)
  const paths = new Set<string>()
  for (const destination of [...named, ...includesOf(manuscript)]) {
    const path = destination?.value.replace(/[?#].*$/, '')
    if (path && isLocalPath(path)) paths.add(path)
  }
  const folders = [...new Set([folderOf(uri), projectFolder])]
  const isThere = async (path: string): Promise<boolean> =>
    (await Promise.all(folders.map(folder => files.kind(resolveUri(folder, path))))).some(Boolean)
  return new Map(await Promise.all([...paths].map(async path => [path, await isThere(path)] as const)))
}
