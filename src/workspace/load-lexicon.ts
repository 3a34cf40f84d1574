import type { LexiconEntry } from '../config/configuration.ts'
import { chosenConcepts, unknownIn } from '../lexicon/choice.ts'
import { compileLexicon, type LexiconPack } from '../lexicon/compile-lexicon.ts'
import type { Lexicon } from '../lexicon/concept.ts'
import { joinLexicons } from '../lexicon/join-lexicons.ts'
import type { LexiconSource } from '../lexicon/lexicon-source.ts'
import { readLexicon } from '../lexicon/read-lexicon.ts'
import type { LexiconReading } from '../lexicon/readers/reader.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { closest } from '../text/closest.ts'
import { memoByObject } from '../text/memo.ts'
import { encodingProblems } from './encoding-problem.ts'
import { type Files, type FileText, isText } from './files.ts'
import { indexLoader, isIndexName } from './load-index.ts'
import type { Surroundings } from './project.ts'
import { SHIPPED_PACK, shippedLexicon, shippedPack } from './shipped.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'

export interface LexiconLoader {
  load(place: {
    uri: string
    manuscript: Manuscript
    surroundings: Surroundings
    files: Files
  }): Promise<{ lexicon: Lexicon; sources: readonly LexiconSource[] }>
}

/** A lexicon that is asked for, and where paths in it begin. */
interface Wanted extends LexiconEntry {
  readonly declaredIn: LexiconSource['declaredIn']
  readonly folder: string
}

/** What of a lexicon is in use: a pack that is compiled together with its neighbours, or an index compiled before. */
type Piece = { readonly pack: LexiconPack } | { readonly index: Lexicon }

/**
 * Loads packs and compiles them; a lexicon is compiled again only when one of its packs changed. Where several know a form
 * or an id, the earlier goes first: those of the front matter, of the project file, of the editor, the shipped one.
 */
export function lexiconLoader(): LexiconLoader {
  const readings = new Map<string, { file: FileText; reading: LexiconReading }>()
  const packs = new Map<string, { reading: LexiconReading; choice: string; pack: LexiconPack }>()
  const indexes = indexLoader()
  const compiled: { packs: readonly LexiconPack[]; lexicon: Lexicon }[] = []
  const joined: { lexicons: readonly Lexicon[]; lexicon: Lexicon }[] = []

  const compile = (wanted: readonly LexiconPack[]): Lexicon => {
    const known = compiled.find(one => sameItems(one.packs, wanted))
    if (known) return known.lexicon
    const isShipped = wanted.length === 1 && wanted[0] === shippedPack()
    const lexicon = isShipped ? shippedLexicon() : compileLexicon(wanted)
    compiled.unshift({ packs: wanted, lexicon })
    compiled.length = Math.min(compiled.length, 8)
    return lexicon
  }

  const join = (pieces: readonly Piece[]): Lexicon => {
    const lexicons: Lexicon[] = []
    let together: LexiconPack[] = []
    const close = () => {
      if (together.length > 0) lexicons.push(compile(together))
      together = []
    }
    for (const piece of pieces) {
      if ('pack' in piece) together.push(piece.pack)
      else {
        close()
        lexicons.push(piece.index)
      }
    }
    close()
    const known = joined.find(one => sameItems(one.lexicons, lexicons))
    if (known) return known.lexicon
    const lexicon = lexicons.length === 0 ? compile([]) : joinLexicons(lexicons)
    joined.unshift({ lexicons, lexicon })
    joined.length = Math.min(joined.length, 4)
    return lexicon
  }

  /** The concepts of a reading that are in use; the same object for the same choice. */
  const packOf = (reading: LexiconReading, wanted: Wanted): LexiconPack => {
    const { categories, exceptCategories, packs: only, exceptPacks } = wanted
    const choice = JSON.stringify([categories, exceptCategories, only, exceptPacks])
    const place = `${wanted.folder} ${wanted.path}`
    const known = packs.get(place)
    if (known?.reading === reading && known.choice === choice) return known.pack
    const concepts = chosenConcepts(reading.concepts, wanted)
    const pack = concepts === reading.concepts ? reading : { source: reading.source, concepts }
    packs.set(place, { reading, choice, pack })
    return pack
  }

  const fromReading = (reading: LexiconReading, wanted: Wanted, uri: string | undefined): [LexiconSource, Piece] => {
    const pack = packOf(reading, wanted)
    const complaint = misnamed(wanted, [reading.source], categoriesOf(reading))
    return [
      {
        ...named(wanted),
        ...(uri !== undefined && { uri }),
        format: reading.format ?? 'stroma',
        packs: [reading.source],
        categories: categoriesOf(reading),
        concepts: pack.concepts.length,
        forms: formsOf(pack),
        problems: reading.problems,
        ...(complaint !== undefined && { complaint }),
      },
      { pack },
    ]
  }

  const load = async (wanted: Wanted, files: Files): Promise<[LexiconSource, Piece?]> => {
    const { path, folder } = wanted
    if (wanted.enabled === false) return [{ ...named(wanted), off: true }]
    if (path === SHIPPED_PACK) return fromReading(shippedPack(), wanted, undefined)
    if (!isLocalPath(path)) return [{ ...named(wanted), failure: `The lexicon “${path}” is not a local file.` }]
    const uri = addressOf(path, folder, files)
    if (isIndexName(uri)) {
      const loaded = await indexes.load(uri, wanted, files)
      const source = { ...named(wanted), uri, format: 'index' as const }
      if ('failure' in loaded) return [{ ...source, failure: `The lexicon “${path}” ${loaded.failure}.` }]
      const { lexicon, contents, forms, looked, note } = loaded
      const complaint = misnamed(wanted, contents.packs, contents.categories)
      const inUse = {
        packs: contents.packs,
        categories: contents.categories,
        concepts: lexicon.concepts.size,
        forms,
        looked,
        ...(complaint !== undefined && { complaint }),
        ...(note !== undefined && { note }),
      }
      return [{ ...source, ...inUse }, { index: lexicon }]
    }
    const file = await files.read(uri)
    if (!isText(file)) return [{ ...named(wanted), uri, failure: `The lexicon “${path}” ${file.failure}.` }]
    const known = readings.get(uri)
    const reading = known?.file === file ? known.reading : withEncoding(readLexicon(file.text, uri), file)
    readings.set(uri, { file, reading })
    return fromReading(reading, wanted, uri)
  }

  return {
    async load({ uri, manuscript, surroundings: { configuration, projectFolder }, files }) {
      const wanted: Wanted[] = [
        ...manuscript.frontMatter.lexicons.map(({ value, span }) => ({
          path: value,
          span,
          declaredIn: 'front-matter' as const,
          folder: folderOf(uri),
        })),
        ...configuration.lexicons.map(entry => ({
          ...entry,
          declaredIn: 'configuration' as const,
          folder: projectFolder,
        })),
      ]
      if (!wanted.some(({ path }) => path === SHIPPED_PACK))
        wanted.push({ path: SHIPPED_PACK, declaredIn: 'built-in', folder: projectFolder })
      const sources: LexiconSource[] = []
      const pieces: Piece[] = []
      for (const one of wanted) {
        const [source, piece] = await load(one, files)
        if (source.uri !== undefined && sources.some(other => other.uri === source.uri)) continue
        sources.push(source)
        if (piece) pieces.push(piece)
      }
      return { lexicon: join(pieces), sources }
    },
  }
}

const named = ({ path, declaredIn, span }: Wanted) => ({
  path,
  declaredIn,
  ...(span && { span }),
  packs: [],
  categories: [],
  concepts: 0,
  forms: 0,
  problems: [],
  looked: [],
})

/** A category or a pack that is chosen and does not exist would silently switch on nothing. */
function misnamed(wanted: Wanted, ...[packs, categories]: [LexiconSource['packs'], readonly string[]]) {
  const unknown = unknownIn(wanted, packs, categories)
  if (unknown.length === 0) return undefined
  return unknown
    .map(({ kind, name, among }) => {
      const near = closest(name, among)
      const have = among.length <= 8 ? ` It has ${among.map(one => `“${one}”`).join(', ')}.` : ''
      return `The lexicon “${wanted.path}” has no ${kind} “${name}”.${near ? ` Is it “${near}”?` : have}`
    })
    .join(' ')
}

const categoriesOf = memoByObject(({ concepts }: LexiconReading): readonly string[] => [
  ...new Set(concepts.map(({ category }) => category)),
])

const formsOf = memoByObject(({ concepts }: LexiconPack) =>
  concepts.reduce((sum, { surfaceForms }) => sum + surfaceForms.length, 0),
)

function withEncoding<Reading extends LexiconReading>(reading: Reading, file: FileText): Reading {
  const problems = isText(file) ? encodingProblems(file) : []
  return problems.length > 0 ? { ...reading, problems: [...problems, ...reading.problems] } : reading
}

function addressOf(path: string, folder: string, { home }: Files): string {
  if (home !== undefined && path.startsWith('~/')) return resolveUri(home, path.slice(2))
  return resolveUri(folder, path)
}

const sameItems = <T>(before: readonly T[], now: readonly T[]): boolean =>
  before.length === now.length && before.every((one, index) => one === now[index])
