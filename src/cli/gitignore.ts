import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

/** The patterns of one `.gitignore`, and the folder they are relative to. */
export interface Gitignore {
  readonly folder: string
  readonly patterns: Ignore
}

/** The patterns that stand in a folder itself; none or one. */
export async function gitignoreIn(folder: string): Promise<Gitignore[]> {
  const text = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => undefined)
  return text === undefined ? [] : [{ folder, patterns: ignore().add(text) }]
}

/** The patterns of the folders above, nearest first, up to the top of the Git repository; none outside a repository. */
export async function gitignoreAbove(folder: string): Promise<readonly Gitignore[]> {
  const found: Gitignore[] = []
  for (let here = folder; ; here = dirname(here)) {
    if (here !== folder) found.push(...(await gitignoreIn(here)))
    if (await exists(join(here, '.git'))) return found
    if (dirname(here) === here) return []
  }
}

/** Whether a path is ignored: the nearest `.gitignore` that speaks of it decides. */
export function isIgnored(gitignores: readonly Gitignore[], path: string, isFolder: boolean): boolean {
  for (const { folder, patterns } of gitignores) {
    const inside = relative(folder, path).split(sep).join('/')
    if (!inside || !ignore.isPathValid(inside)) continue
    const { ignored, unignored } = patterns.test(isFolder ? `${inside}/` : inside)
    if (ignored || unignored) return ignored
  }
  return false
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
