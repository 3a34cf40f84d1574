import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Packages that Stroma itself does not need are those of its benchmarks. */
const folder = resolve('bench/node_modules')

export const isInstalled = (name: string): boolean => existsSync(join(folder, name))

/** A package of bench/package.json; the caller says what it uses of it. */
export async function benchPackage<T>(name: string): Promise<T> {
  const { exports } = createRequire(import.meta.url)(join(folder, name, 'package.json')) as {
    exports?: { readonly '.'?: { readonly import?: { readonly default?: string } } }
  }
  const entry = exports?.['.']?.import?.default
  const path = entry ? join(folder, name, entry) : createRequire(join(folder, 'index.js')).resolve(name)
  const loaded = (await import(pathToFileURL(path).href)) as T & { readonly default?: T }
  return entry ? loaded : (loaded.default ?? loaded)
}
