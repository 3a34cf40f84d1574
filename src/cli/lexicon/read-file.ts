import { resolve } from 'node:path'
import type { PackSource } from '../../lexicon/concept.ts'
import { licenceName } from '../../lexicon/licence.ts'
import { readLexicon } from '../../lexicon/read-lexicon.ts'
import type { LexiconReading } from '../../lexicon/readers/reader.ts'
import { encodingProblems } from '../../workspace/encoding-problem.ts'
import { type FileText, isText } from '../../workspace/files.ts'
import { decodeText, nodeFiles } from '../../workspace/node-files.ts'
import type { Io } from '../io.ts'
import { displayPath, uriOf } from '../paths.ts'
import { placesIn } from '../report.ts'
import { counted } from '../reporters/stylish.ts'
import { printable } from '../terminal.ts'

/** A lexicon of any format; what is wrong in it is said with its place. Nothing when the file cannot be read. */
export async function readFileOf(operand: string, io: Io): Promise<LexiconReading | undefined> {
  const path = resolve(io.cwd, operand)
  return readingOf(path, await nodeFiles.read(uriOf(path)), io)
}

/** The same with the bytes of the file. */
export async function readWithBytes(
  path: string,
  io: Io,
): Promise<{ readonly reading: LexiconReading; readonly bytes: Uint8Array } | undefined> {
  const file = await nodeFiles.bytes!(uriOf(path))
  const reading = readingOf(path, 'bytes' in file ? decodeText(file.bytes) : file, io)
  return reading && 'bytes' in file ? { reading, bytes: file.bytes } : undefined
}

function readingOf(path: string, file: FileText, io: Io): LexiconReading | undefined {
  const name = displayPath(path, io.cwd)
  if (!isText(file)) {
    io.err(`stroma: ${printable(`“${name}” ${file.failure}.`)}\n`)
    return undefined
  }
  const read = readLexicon(file.text, uriOf(path))
  const garbled = encodingProblems(file)
  const reading = garbled.length > 0 ? { ...read, problems: [...garbled, ...read.problems] } : read
  const { placeOf } = placesIn(file)
  for (const { message, span } of reading.problems) {
    const { line, column } = placeOf(span.start)
    io.err(`${printable(`${name}:${line}:${column}: ${message}`)}\n`)
  }
  return reading
}

/** “Gene Ontology” 2026-01-01, licence CC BY 4.0 */
export const packLine = ({ title, version, licence }: PackSource): string =>
  `“${title}” ${version}, licence ${licenceName(licence)}`

export const sizeOf = (concepts: number, forms: number): string =>
  `${counted(concepts, 'concept')}, ${counted(forms, 'surface form')}`

export const formsOf = ({ concepts }: LexiconReading): number =>
  concepts.reduce((sum, { surfaceForms }) => sum + surfaceForms.length, 0)
