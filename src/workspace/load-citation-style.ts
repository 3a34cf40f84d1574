import type { CitationStyle } from '../bibliography/citation-style.ts'
import { DIALECTS } from '../manuscript/dialects/interpret.ts'
import { type CitationEngine, citationEngine } from './citation-engine.ts'
import type { Place } from './discover-bibliographies.ts'
import { type Files, type FileText, isText } from './files.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'
import { isData, yamlFile } from './yaml-file.ts'

/** Makes an engine of the text of a style; throws what is wrong with it. */
export type MakeEngine = (style: string) => Promise<CitationEngine>

/** The style that a manuscript or its project names, and how it went. */
export interface CitationStyleSource {
  readonly path: string
  /** Addresses tried, first to last. */
  readonly looked: readonly string[]
  readonly style?: CitationStyle
  /** Why the style cannot be used, said for the author; of one that was read it is known when it has been prepared. */
  failure(): string | undefined
}

export interface CitationStyleLoader {
  /** Nothing when no style is named. */
  load(place: Place): Promise<CitationStyleSource | undefined>
}

/** Keeps the engine of a style for as long as its file stays the same. */
export function citationStyleLoader(makeEngine: MakeEngine = citationEngine): CitationStyleLoader {
  const styles = new Map<string, { file: FileText; style: PreparedStyle }>()

  return {
    async load(place) {
      const named = await styleNamed(place)
      if (!named) return undefined
      const { path, folders } = named
      if (!isLocalPath(path)) {
        return without(path, [], 'is a web address, which Stroma does not fetch')
      }
      const candidates = [...new Set(folders.flatMap(folder => candidatesIn(folder, path)))]
      for (const address of candidates) {
        const file = await place.files.read(address)
        if (!isText(file)) continue
        const known = styles.get(address)
        const style =
          known?.file === file ? known.style : preparedStyle(path, file.text, address, place.files, makeEngine)
        styles.set(address, { file, style })
        return { path, looked: [address], style, failure: style.failure }
      }
      return without(path, candidates, 'was not found beside the manuscript or in its project')
    },
  }
}

const without = (path: string, looked: readonly string[], why: string): CitationStyleSource => ({
  path,
  looked,
  failure: () => `The style “${path}” ${why}.`,
})

interface PreparedStyle extends CitationStyle {
  failure(): string | undefined
}

function preparedStyle(path: string, text: string, uri: string, files: Files, makeEngine: MakeEngine): PreparedStyle {
  let engine: CitationEngine | undefined
  let failure: string | undefined
  let prepared: Promise<void> | undefined
  const prepare = async (): Promise<void> => {
    try {
      engine = await makeEngine(await independentStyle(text, uri, files))
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
  }
  return {
    path,
    prepare: () => (prepared ??= prepare()),
    format: item => engine?.format(item),
    failure() {
      const why = failure ?? engine?.failure()
      return why && `The style “${path}” ${why}.`
    },
  }
}

/** A dependent style says only whose rules it follows; that style has to stand beside it. */
async function independentStyle(text: string, uri: string, files: Files): Promise<string> {
  const parent = /<link\b[^>]*\brel="independent-parent"[^>]*>/.exec(text)?.[0]
  const name = parent && /\bhref="[^"]*\/([\w.-]+)"/.exec(parent)?.[1]
  if (!name) return text
  const file = await files.read(resolveUri(folderOf(uri), `${name}.csl`))
  if (isText(file)) return file.text
  throw new Error(`follows the style “${name}”; save ${name}.csl beside it`)
}

/** Pandoc takes a name without an ending for that of a `.csl` file. */
const candidatesIn = (folder: string, path: string): readonly string[] =>
  (/\.csl$/i.test(path) ? [path] : [path, `${path}.csl`]).map(name => resolveUri(folder, name))

async function styleNamed({
  uri,
  manuscript,
  surroundings,
  files,
}: Place): Promise<{ path: string; folders: readonly string[] } | undefined> {
  const around = [folderOf(uri), surroundings.projectFolder, ...surroundings.toolFolders]
  const own = manuscript.frontMatter.data.csl
  if (typeof own === 'string' && own.trim()) return { path: own.trim(), folders: around }
  for (const { file } of DIALECTS[manuscript.dialect].bibliographies.declaredIn) {
    for (const tool of surroundings.toolFiles.filter(tool => tool.endsWith(`/${file}`) && tool !== uri)) {
      const data = await yamlFile(tool, files)
      const { csl } = isData(data) ? data : {}
      if (typeof csl === 'string' && csl.trim()) return { path: csl.trim(), folders: [folderOf(tool), ...around] }
    }
  }
  return undefined
}
