import type { Files } from './files.ts'

/** Limits of a search for manuscripts, so that a home folder opened as a project costs no more than a glance. */
const MOST_FOLDERS = 2000
const MOST_MANUSCRIPTS = 1000
const DEEPEST = 12

/** Folders that hold no manuscripts of the author's own. */
const SKIPPED = /^(\..*|node_modules|_site|_book|_build|site-packages|venv|__pycache__)$/

const MANUSCRIPT = /\.(md|markdown|qmd|rmd)$/i

/** The manuscripts in folders and what is under them, nearest first; `roots` end with a slash. */
export async function listManuscripts(files: Files, roots: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  let level: readonly string[] = roots
  let visited = 0
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: string[] = []
    for (const folder of level) {
      if (visited++ >= MOST_FOLDERS || found.size >= MOST_MANUSCRIPTS) return [...found]
      for (const name of await files.list(folder)) {
        const uri = folder + encodeURIComponent(name)
        if (MANUSCRIPT.test(name)) found.add(uri)
        else if (!/\.\w{1,5}$/.test(name) && !SKIPPED.test(name) && (await files.kind(uri)) === 'folder')
          next.push(`${uri}/`)
      }
    }
    level = next
  }
  return [...found]
}
