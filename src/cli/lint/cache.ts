import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type Files, isBytes, isText } from '../../workspace/files.ts'
import { NAMES_AROUND } from '../../workspace/project.ts'
import { writeFileWhole } from '../write-file.ts'
import type { Checked } from './check.ts'

/** What a run looked at, by kind and URI, each with a digest of what it saw. */
export type Seen = ReadonlyMap<string, string>

/** Files that remember what was asked of them. */
export interface RecordedFiles {
  readonly files: Files
  readonly seen: Map<string, string>
}

export function recordFiles(disk: Files): RecordedFiles {
  const seen = new Map<string, string>()
  const files: Files = {
    ...disk,
    ...disk,
    async read(uri) {
      const file = await disk.read(uri)
      seen.set(`read ${uri}`, digest(isText(file) ? [file.text, String(file.bom)] : [file.failure]))
      return file
    },
    ...(disk.bytes && {
      async bytes(uri: string) {
        const file = await disk.bytes!(uri)
        seen.set(`byte ${uri}`, isBytes(file) ? createHash('sha256').update(file.bytes).digest('base64') : file.failure)
        return file
      },
    }),
    async kind(uri) {
      const kind = await disk.kind(uri)
      seen.set(`kind ${uri}`, kind ?? '')
      return kind
    },
    async list(uri) {
      const names = await disk.list(uri)
      seen.set(`list ${uri}`, digest(names.filter(name => !name.startsWith('.stroma-'))))
      return names
    },
    ...(disk.real && {
      async real(uri: string) {
        const address = await disk.real!(uri)
        seen.set(`real ${uri}`, address)
        return address
      },
    }),
    // Folders far above come and go; of those upward only the names that are looked for count.
    async present(uri, wanted) {
      const names = (await disk.list(uri)).filter(name => wanted.includes(name))
      seen.set(`have ${uri}`, digest(names))
      return names
    },
  }
  return { files, seen }
}

/** Results of earlier runs, for manuscripts of which nothing they rest on has changed. */
export interface Cache {
  get(uri: string): Promise<Checked | undefined>
  /** Keeps the results of this run, made while `seen` was looked at. */
  save(results: ReadonlyMap<string, Checked>, seen: Seen): Promise<void>
}

interface Entry {
  /** Digests of the manuscript and of the manuscripts that it is rendered with. */
  readonly texts: readonly (readonly [string, string])[]
  readonly checked: Checked
}

interface Stored {
  readonly key: string
  /** Everything else that was looked at for any of them: bibliographies, lexicons, project files, folders, figures. */
  readonly shared: readonly (readonly [string, string])[]
  readonly entries: readonly (readonly [string, Entry])[]
}

/**
 * Opens the cache in a file. `key` says under which version and settings results were made. Whether something changed is told by
 * content alone: a change in anything shared drops all results, a change in a manuscript drops its own and those of its neighbours.
 */
export async function openCache(path: string, key: readonly string[], disk: Files): Promise<Cache> {
  const stored = await load(path)
  const present = digester(disk)
  const usable = stored?.key === digest(key) && (await allAsBefore(stored.shared, present))
  const entries = new Map(usable ? stored.entries : [])
  const shared = new Map(usable ? stored.shared : [])

  return {
    async get(uri) {
      const entry = entries.get(uri)
      if (!entry) return undefined
      const texts = entry.texts.map(([other, before]) => [`read ${other}`, before] as const)
      return (await allAsBefore(texts, present)) ? entry.checked : undefined
    },

    async save(results, seen) {
      for (const [uri, checked] of results) {
        if (checked.failures.length > 0) continue
        const texts = [uri, ...checked.others].filter(other => results.has(other) || entries.has(other))
        const digests = texts.map(
          async other => [other, seen.get(`read ${other}`) ?? (await present(`read ${other}`))] as const,
        )
        entries.set(uri, { texts: await Promise.all(digests), checked })
      }
      for (const [what, saw] of seen) if (!entries.has(what.slice('read '.length))) shared.set(what, saw)
      const data: Stored = { key: digest(key), shared: [...shared], entries: [...entries] }
      await writeFileWhole(path, JSON.stringify(data))
    },
  }
}

/** What the disk has now, each thing looked at once. */
function digester(disk: Files): (what: string) => Promise<string> {
  const { files, seen } = recordFiles(disk)
  return async what => {
    if (!seen.has(what)) {
      const [kind, uri] = [what.slice(0, 4), what.slice(5)]
      if (kind === 'read') await files.read(uri)
      else if (kind === 'kind') await files.kind(uri)
      else if (kind === 'byte') await files.bytes?.(uri)
      else if (kind === 'real') await files.real?.(uri)
      else if (kind === 'have') await files.present?.(uri, NAMES_AROUND)
      else await files.list(uri)
    }
    return seen.get(what) ?? ''
  }
}

async function allAsBefore(
  known: readonly (readonly [string, string])[],
  present: (what: string) => Promise<string>,
): Promise<boolean> {
  for (const [what, before] of known) if ((await present(what)) !== before) return false
  return true
}

async function load(path: string): Promise<Stored | undefined> {
  try {
    const data = JSON.parse(await readFile(path, 'utf8')) as Partial<Stored>
    return Array.isArray(data.shared) && Array.isArray(data.entries) ? (data as Stored) : undefined
  } catch {
    return undefined
  }
}

const digest = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64')
