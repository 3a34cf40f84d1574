import { resolve } from 'node:path'
import type { Concept } from '../../lexicon/concept.ts'
import { readLexicon } from '../../lexicon/read-lexicon.ts'
import { closest } from '../../text/closest.ts'
import { isText } from '../../workspace/files.ts'
import { nodeFiles } from '../../workspace/node-files.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import type { ExitStatus, Io } from '../io.ts'
import { buildFromReview } from '../lexicon/build-from-review.ts'
import { writePack } from '../lexicon/write-pack.ts'
import { displayPath, uriOf } from '../paths.ts'
import { placesIn } from '../report.ts'
import { counted } from '../reporters/stylish.ts'
import { printable } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'

const ACTIONS = ['check', 'import', 'build']

/** Checks lexicons, and makes packs of other vocabularies. */
export const lexicon = defineCommand({
  name: 'lexicon',
  summary: 'Check lexicons of any format, or make a pack of one.',
  operands: 'check|import|build FILE…',
  options: {
    from: {
      kind: 'value',
      placeholder: 'REVIEW',
      description:
        'The article that “build” drafts a pack from: its PubMed page as text, its NBIB record, or its JATS XML.',
    },
    output: {
      kind: 'value',
      placeholder: 'FILE',
      description: 'Where “import” writes the pack; standard output when not said.',
    },
  },
  notes: [
    '“check” says what is wrong in a lexicon and where; it ends with 1 when something is. “import” reads Stroma packs, OBO, OBO graphs, MeSH, SKOS, SSSOM and tables and writes a Stroma pack as JSON. “build --from” drafts a pack from a review.',
  ],
  async run([action, ...files], { from, output }, io) {
    if (action === undefined || !ACTIONS.includes(action)) throw unknownAction(action)
    if (action === 'build' && from !== undefined) return buildFromReview(from, output, io)
    if (action === 'build')
      throw new Failure(
        '“stroma lexicon build” is not there yet; “import” writes a pack that can be named in .stroma.yaml.',
      )
    if (files.length === 0) throw new Failure(`“stroma lexicon ${action}” needs a lexicon.`)
    if (action === 'check') return check(files, io)
    if (files.length > 1) throw new Failure('“stroma lexicon import” makes a pack of one file at a time.')
    const read = await readFileOf(files[0]!, io)
    if (!read || read.concepts.length === 0) return 2
    const pack = writePack(read)
    if (output === undefined) io.out(pack)
    else await writeFileWhole(resolve(io.cwd, output), pack)
    io.err(`${printable(read.source.title)}: ${sizeOf(read.concepts)}.\n`)
    return 0
  },
})

async function check(files: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0
  for (const file of files) {
    const read = await readFileOf(file, io)
    if (!read) status = 2
    else {
      if (read.problems.length > 0 && status === 0) status = 1
      const { title, version, licence } = read.source
      io.out(
        `${printable(`${file}: ${read.format}, “${title}” ${version}, licence ${licence}`)}, ${sizeOf(read.concepts)}\n`,
      )
    }
  }
  return status
}

const sizeOf = (concepts: readonly Concept[]): string => {
  const forms = concepts.reduce((sum, { surfaceForms }) => sum + surfaceForms.length, 0)
  return `${counted(concepts.length, 'concept')}, ${counted(forms, 'surface form')}`
}

/** A lexicon of any format; what is wrong in it is said with its place. Nothing when the file cannot be read. */
async function readFileOf(operand: string, io: Io) {
  const path = resolve(io.cwd, operand)
  const name = displayPath(path, io.cwd)
  const file = await nodeFiles.read(uriOf(path))
  if (!isText(file)) {
    io.err(`stroma: ${printable(`“${name}” ${file.failure}.`)}\n`)
    return undefined
  }
  const reading = readLexicon(file.text, uriOf(path))
  const { placeOf } = placesIn(file)
  for (const { message, span } of reading.problems) {
    const { line, column } = placeOf(span.start)
    io.err(`${printable(`${name}:${line}:${column}: ${message}`)}\n`)
  }
  return reading
}

function unknownAction(action: string | undefined): Failure {
  const near = action === undefined ? undefined : closest(action, ACTIONS)
  const hint = near ? `Did you mean “stroma lexicon ${near}”?` : `It is one of ${ACTIONS.join(', ')}.`
  return new Failure('“stroma lexicon” needs to know what to do.', hint)
}
