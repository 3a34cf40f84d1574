import { resolve } from 'node:path'
import type { LexiconReading } from '../../lexicon/readers/reader.ts'
import { closest } from '../../text/closest.ts'
import { indexLoader, isIndexName } from '../../workspace/load-index.ts'
import { nodeFiles } from '../../workspace/node-files.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import type { ExitStatus, Io } from '../io.ts'
import { buildFromReview } from '../lexicon/build-from-review.ts'
import { buildIndex, describeIndex } from '../lexicon/build-index.ts'
import { formsOf, packLine, readFileOf, sizeOf } from '../lexicon/read-file.ts'
import { writePack } from '../lexicon/write-pack.ts'
import { uriOf } from '../paths.ts'
import { printable } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'

const ACTIONS = ['check', 'import', 'build']

/** Checks lexicons, makes packs of other vocabularies, and indexes of packs. */
export const lexicon = defineCommand({
  name: 'lexicon',
  summary: 'Check lexicons of any format, make packs of them, or one index of many.',
  operands: 'check|import|build FILE…',
  options: {
    from: {
      kind: 'value',
      placeholder: 'REVIEW',
      description:
        'The article that “build” drafts a pack from: its PubMed page as text, its NBIB record, or its JATS XML.',
    },
    to: {
      kind: 'value',
      placeholder: 'FILE',
      description: 'The index that “build” makes of lexicons; its name ends in .stromaidx.',
    },
    output: {
      kind: 'value',
      placeholder: 'FILE',
      description: 'Where “import” and “build --from” write the pack; standard output when not said.',
    },
  },
  notes: [
    '“check” says what is wrong in a lexicon and where; it ends with 1 when something is. “import” reads Stroma packs, OBO, OBO graphs, MeSH, SKOS, SSSOM and tables and writes a Stroma pack as JSON. “build” makes one index of any of these, which is loaded without being read through: “stroma lexicon build go.obo our-terms.yaml --to lexicon.stromaidx”. “build --from” drafts a pack from a review.',
  ],
  async run([action, ...files], { from, to, output }, io) {
    if (action === undefined || !ACTIONS.includes(action)) throw unknownAction(action)
    if (action === 'build' && from !== undefined) return buildFromReview(from, output, io)
    if (files.length === 0) throw new Failure(`“stroma lexicon ${action}” needs a lexicon.`)
    if (action === 'build') {
      const target = to ?? output
      if (target === undefined)
        throw new Failure('“stroma lexicon build” needs to know what to write.', 'Add “--to lexicon.stromaidx”.')
      return buildIndex(files, target, io)
    }
    if (action === 'check') return check(files, io)
    if (files.length > 1)
      throw new Failure(
        '“stroma lexicon import” makes a pack of one file at a time; “build” makes an index of several.',
      )
    const read = await readFileOf(files[0]!, io)
    if (!read || isEmpty(files[0]!, read, io)) return 2
    const pack = writePack(read)
    if (output === undefined) io.out(pack)
    else await writeFileWhole(resolve(io.cwd, output), pack)
    io.err(`${printable(`${packLine(read.source)}: ${sizeOf(read.concepts.length, formsOf(read))}`)}.\n`)
    return 0
  },
})

async function check(files: readonly string[], io: Io): Promise<ExitStatus> {
  let status: ExitStatus = 0
  for (const file of files) {
    if (isIndexName(file)) {
      const own = await checkIndex(file, io)
      if (own > status) status = own
      continue
    }
    const read = await readFileOf(file, io)
    if (!read) status = 2
    else {
      if ((isEmpty(file, read, io) || read.problems.length > 0) && status === 0) status = 1
      const size = sizeOf(read.concepts.length, formsOf(read))
      io.out(`${printable(`${file}: ${read.format}, ${packLine(read.source)}, ${size}`)}\n`)
    }
  }
  return status
}

/** Whether nothing of a lexicon serves, which is said. */
function isEmpty(name: string, { concepts }: LexiconReading, io: Io): boolean {
  if (concepts.length === 0) io.err(`stroma: ${printable(`“${name}” has no concept that could be used.`)}\n`)
  return concepts.length === 0
}

async function checkIndex(name: string, io: Io): Promise<ExitStatus> {
  const loaded = await indexLoader().load(uriOf(resolve(io.cwd, name)), {}, nodeFiles)
  if ('failure' in loaded) {
    io.err(`stroma: ${printable(`“${name}” ${loaded.failure}.`)}\n`)
    return 2
  }
  io.out(describeIndex(name, loaded.contents))
  if (loaded.note === undefined) return 0
  io.err(`${printable(`${name}: ${loaded.note}`)}\n`)
  return 1
}

function unknownAction(action: string | undefined): Failure {
  const near = action === undefined ? undefined : closest(action, ACTIONS)
  const hint = near ? `Did you mean “stroma lexicon ${near}”?` : `It is one of ${ACTIONS.join(', ')}.`
  return new Failure('“stroma lexicon” needs to know what to do.', hint)
}
