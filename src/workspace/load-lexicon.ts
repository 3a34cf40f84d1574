import { compileLexicon } from '../lexicon/compile-lexicon.ts'
import type { Lexicon } from '../lexicon/concept.ts'
import { readLexicon } from '../lexicon/read-lexicon.ts'
import type { Pack } from '../lexicon/read-pack.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { type Files, type FileText, isText } from './files.ts'
import type { Surroundings } from './project.ts'
import { shippedPack } from './shipped.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'

/** A lexicon pack that a manuscript or project asks for, and what reading it gave. */
export interface LexiconSource {
  readonly path: string
  readonly uri?: string
  readonly pack?: Pack
  readonly failure?: string
}

export interface LexiconLoader {
  load(place: {
    uri: string
    manuscript: Manuscript
    surroundings: Surroundings
    files: Files
  }): Promise<{ lexicon: Lexicon; sources: readonly LexiconSource[] }>
}

/** Loads packs and compiles them; a lexicon is compiled again only when one of its packs changed. */
export function lexiconLoader(): LexiconLoader {
  const packs = new Map<string, { file: FileText; pack: Pack }>()
  const compiled: { packs: readonly Pack[]; lexicon: Lexicon }[] = []

  const lexiconOf = (wanted: readonly Pack[]): Lexicon => {
    const known = compiled.find(
      one => one.packs.length === wanted.length && one.packs.every((pack, index) => pack === wanted[index]),
    )
    if (known) return known.lexicon
    const lexicon = compileLexicon(wanted)
    compiled.unshift({ packs: wanted, lexicon })
    compiled.length = Math.min(compiled.length, 4)
    return lexicon
  }

  return {
    async load({ uri, manuscript, surroundings, files }) {
      const wanted = [
        ...manuscript.frontMatter.lexicons.map(({ value }) => ({ path: value, folder: folderOf(uri) })),
        ...surroundings.configuration.lexicons.map(path => ({ path, folder: surroundings.projectFolder })),
      ]
      const sources: LexiconSource[] = []
      for (const { path, folder } of wanted) {
        if (!isLocalPath(path)) {
          sources.push({ path, failure: `The lexicon “${path}” is not a local file.` })
          continue
        }
        const address = resolveUri(folder, path)
        const file = await files.read(address)
        if (!isText(file)) {
          sources.push({ path, uri: address, failure: `The lexicon “${path}” ${file.failure}.` })
          continue
        }
        const known = packs.get(address)
        const pack = known?.file === file ? known.pack : readLexicon(file.text, address)
        packs.set(address, { file, pack })
        sources.push({ path, uri: address, pack })
      }
      const chosen = [...sources.flatMap(({ pack }) => pack ?? []), shippedPack()]
      return { lexicon: lexiconOf(chosen), sources }
    },
  }
}
