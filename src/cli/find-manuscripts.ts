import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { type Gitignore, gitignoreAbove, gitignoreIn, isIgnored } from './gitignore.ts'

/** A manuscript to be checked. */
export interface FoundManuscript {
  /** Absolute path. */
  readonly path: string
  /** Whether it was named itself, and not found by a folder or a glob. */
  readonly named: boolean
}

export interface FoundManuscripts {
  /** In order of path, each once. */
  readonly manuscripts: readonly FoundManuscript[]
  /** The paths and globs that led to nothing, with what to say of each. */
  readonly failures: readonly string[]
}

/** Folders that hold what others wrote or programs made. Hidden ones are passed over too. */
const SKIPPED = new Set(['node_modules', 'dist'])

const MANUSCRIPT = /\.(md|markdown|qmd|rmd|rmarkdown)$/i

/**
 * The manuscripts that files, folders and globs stand for. Below folders and globs, `.gitignore` is honoured at every level,
 * and symbolic links to folders are not followed, so that links in a circle do no harm.
 */
export async function findManuscripts(operands: readonly string[], cwd: string): Promise<FoundManuscripts> {
  const found = new Map<string, boolean>()
  const failures: string[] = []
  for (const operand of operands) {
    const path = resolve(cwd, operand)
    const kind = await kindOf(path)
    if (kind === 'file') found.set(path, true)
    else if (kind === undefined && !picomatch.scan(operand).isGlob) failures.push(`“${operand}” does not exist.`)
    else if (kind === undefined || kind === 'folder') {
      const inside = kind === 'folder' ? await below(path) : await matching(operand, cwd)
      if (inside.length === 0) failures.push(`No manuscripts were found by “${operand}”.`)
      for (const one of inside) if (!found.has(one)) found.set(one, false)
    } else failures.push(`“${operand}” is neither a file nor a folder.`)
  }
  const manuscripts = [...found].map(([path, named]) => ({ path, named }))
  return { manuscripts: manuscripts.sort((a, b) => (a.path < b.path ? -1 : 1)), failures }
}

async function below(folder: string): Promise<string[]> {
  const above = await gitignoreAbove(folder)
  const found: string[] = []
  const open = [{ folder, ignores: isIgnored(above, folder, true) ? [] : above }]
  for (let next = open.pop(); next; next = open.pop()) {
    const ignores: readonly Gitignore[] = [...(await gitignoreIn(next.folder)), ...next.ignores]
    for (const item of await readdir(next.folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(next.folder, item.name)
      if (item.isDirectory()) {
        if (isSkipped(item.name) || isIgnored(ignores, path, true)) continue
        open.push({ folder: path, ignores })
      } else if (MANUSCRIPT.test(item.name) && !item.name.startsWith('.') && !isIgnored(ignores, path, false)) {
        if (item.isFile() || (item.isSymbolicLink() && (await kindOf(path)) === 'file')) found.push(path)
      }
    }
  }
  return found
}

async function matching(pattern: string, cwd: string): Promise<string[]> {
  const { base, glob } = picomatch.scan(pattern.replaceAll('\\', '/'))
  const folder = resolve(cwd, base)
  if ((await kindOf(folder)) !== 'folder') return []
  const isMatch = picomatch(glob)
  return (await below(folder)).filter(path => isMatch(relative(folder, path).split(sep).join('/')))
}

const isSkipped = (name: string): boolean => name.startsWith('.') || SKIPPED.has(name)

/** What stands at a path, links followed; nothing when there is nothing or it cannot be looked at. */
async function kindOf(path: string): Promise<'file' | 'folder' | 'other' | undefined> {
  const status = await stat(path).catch(() => undefined)
  if (!status) return undefined
  return status.isFile() ? 'file' : status.isDirectory() ? 'folder' : 'other'
}
