import { type Files, isFolder } from './files.ts'
import { globMatcher } from './glob.ts'
import { relativePath, resolveUri } from './uri.ts'

/** How far and how much is looked through. */
const BELOW = { depth: 8, folders: 500 }

/** Folders that hold nothing of the author's own. */
const SKIPPED = /^(?:[._].*|node_modules)$/

/** Endings that a folder rarely has, so that not every file has to be asked what it is. */
const ENDING = /\.(?:[a-z]\w{0,3}|biblatex|markdown|html)$/i

/** Whether a path says more than one name. */
export const isGlob = (path: string): boolean => /[*?{}[\]]|[!@+]\(/.test(path)

/**
 * The files that a glob takes in, in the order of their paths; `folder` is what it is relative to.
 * Hidden and installed folders are left out, and a folder that a link leads back to is not gone through again.
 */
export async function filesMatching(folder: string, glob: string, files: Files): Promise<readonly string[]> {
  const plain = glob.replace(/^(?:\.\/)+/, '')
  const fixed = plain.slice(0, plain.lastIndexOf('/', plain.search(/[*?{}[\]!@+(]/)) + 1)
  const start = fixed === '' ? folder : resolveUri(folder, fixed)
  const matches = globMatcher([plain])
  const depth = plain.includes('**') ? BELOW.depth : plain.slice(fixed.length).split('/').length
  const found: string[] = []
  for (const file of await filesBelow(files, start, depth)) {
    const path = relativePath(folder, file)
    if (matches(path) && (await files.kind(file)) === 'file') found.push(file)
  }
  return found.sort()
}

async function filesBelow(files: Files, folder: string, depth: number): Promise<readonly string[]> {
  const found: string[] = []
  const seen = new Set<string>()
  let level = [folder]
  for (let deep = 0; deep < depth && level.length > 0; deep++) {
    const deeper: string[] = []
    for (const current of level) {
      const real = (await files.real?.(current)) ?? current
      if (seen.has(real) || seen.size >= BELOW.folders) continue
      seen.add(real)
      for (const name of await files.list(current)) {
        const uri = resolveUri(current, name)
        if (ENDING.test(name)) found.push(uri)
        else if (!SKIPPED.test(name) && (await isFolder(uri, files))) deeper.push(`${uri}/`)
        else found.push(uri)
      }
    }
    level = deeper
  }
  return found
}
