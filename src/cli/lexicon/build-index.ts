import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type IndexContents, type IndexedFile, loadIndex, writeIndex } from '../../lexicon/binary-index.ts'
import { checksum } from '../../lexicon/checksum.ts'
import type { LexiconPack } from '../../lexicon/compile-lexicon.ts'
import { INDEX_ENDING, isIndexName } from '../../workspace/load-index.ts'
import { relativePath } from '../../workspace/uri.ts'
import { Failure } from '../failure.ts'
import type { ExitStatus, Io } from '../io.ts'
import { displayPath, uriOf } from '../paths.ts'
import { counted } from '../reporters/stylish.ts'
import { printable } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'
import { formsOf, packLine, readWithBytes, sizeOf } from './read-file.ts'

/**
 * `stroma lexicon build PACK… --to FILE.stromaidx`: one index of lexicons of any format, the earlier going first. What is
 * wrong in a lexicon costs only itself; where one cannot be read at all, nothing is written.
 */
export async function buildIndex(operands: readonly string[], to: string, io: Io): Promise<ExitStatus> {
  if (!isIndexName(to))
    throw new Failure(`An index is told by its ending: call it “${to.replace(/\.\w+$/, '')}${INDEX_ENDING}”.`)
  const began = performance.now()
  const target = resolve(io.cwd, to)
  const folder = `${pathToFileURL(dirname(target)).href}/`
  const packs: LexiconPack[] = []
  const files: IndexedFile[] = []
  let sound = true
  for (const path of new Set(operands.map(operand => resolve(io.cwd, operand)))) {
    const name = displayPath(path, io.cwd)
    if (isIndexName(path)) throw new Failure(`“${name}” is an index already; build from the packs that it was made of.`)
    const read = await readWithBytes(path, io)
    const { reading, bytes } = read ?? {}
    if (!reading || !bytes || reading.concepts.length === 0) {
      if (reading) io.err(`stroma: ${printable(`“${name}” has no concept that could be used.`)}\n`)
      sound = false
      continue
    }
    packs.push(reading)
    files.push({ path: relativePath(folder, uriOf(path)), size: bytes.length, checksum: checksum(bytes) })
    const size = sizeOf(reading.concepts.length, formsOf(reading))
    io.err(`${printable(`${name}: ${packLine(reading.source)}, ${size}`)}\n`)
  }
  if (!sound) return 2
  const bytes = writeIndex(packs, files)
  await writeFileWhole(target, bytes)
  const loaded = loadIndex(bytes)
  if ('failure' in loaded) throw new Failure(`“${to}” ${loaded.failure}.`)
  const { concepts, forms } = loaded.contents
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0)
  io.err(
    printable(
      `${displayPath(target, io.cwd)}: ${counted(packs.length, 'pack')}, ${sizeOf(concepts, forms)}, ${megabytes(bytes.length)}, in ${seconds} s with ${peak} MB of memory at most`,
    ),
  )
  io.err(`.\nName it in .stroma.yaml: “lexicons: [${printable(displayPath(target, io.cwd))}]”.\n`)
  return 0
}

/** What an index holds, for `stroma lexicon check`. */
export function describeIndex(name: string, { packs, categories, concepts, forms }: IndexContents): string {
  const known = categories.slice(0, MOST_CATEGORIES).join(', ')
  const more = categories.length > MOST_CATEGORIES ? ` and ${categories.length - MOST_CATEGORIES} more` : ''
  const lines = [
    `${name}: index of ${counted(packs.length, 'pack')}, ${sizeOf(concepts, forms)}`,
    ...packs.map(pack => `  ${pack.id}: ${packLine(pack)}`),
    `  categories: ${known}${more}`,
  ]
  return lines.map(line => `${printable(line)}\n`).join('')
}

const MOST_CATEGORIES = 30

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`
