import { resolve } from 'node:path'
import { readBibliography } from '../../bibliography/read-bibliography.ts'
import type { Bibliography, Reference } from '../../bibliography/reference.ts'
import { type WrittenFormat, writeReferences, writtenFormats } from '../../bibliography/write-references.ts'
import { closest } from '../../text/closest.ts'
import { bibliographyWithEncoding } from '../../workspace/encoding-problem.ts'
import { isText } from '../../workspace/files.ts'
import { nodeFiles } from '../../workspace/node-files.ts'
import { createWorkspace, UnreadableManuscript } from '../../workspace/workspace.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { displayPath, uriOf } from '../paths.ts'
import { placesIn } from '../report.ts'
import { printable } from '../terminal.ts'

/** Reads bibliographies of any format and writes their references in another. */
export const references = defineCommand({
  name: 'references',
  summary: 'Read bibliographies of any format and write their references in another.',
  operands: '[FILE…]',
  options: {
    to: {
      kind: 'value',
      placeholder: 'FORMAT',
      description: `What to write: ${writtenFormats.join(', ')}; csl-json when not said.`,
    },
    cited: {
      kind: 'values',
      placeholder: 'MANUSCRIPT',
      description: 'Write only what this manuscript cites; without FILE, from its own bibliographies. Can be repeated.',
    },
  },
  async run(operands, { to = 'csl-json', cited }, io) {
    const format = formatNamed(to)
    if (operands.length === 0 && cited.length === 0) {
      throw new Failure('“stroma references” needs a bibliography, or --cited and a manuscript.')
    }
    const citing = await citedIn(cited, io)
    let status: 0 | 2 = 0
    const all: Reference[] = operands.length > 0 ? [] : [...citing.references]
    for (const operand of operands) {
      const bibliography = await read(operand, io)
      if (!bibliography || (bibliography.references.length === 0 && bibliography.problems.length > 0)) status = 2
      for (const reference of bibliography?.references ?? []) all.push(reference)
    }
    const wanted = cited.length > 0 ? all.filter(reference => isCited(reference, citing.citekeys)) : all
    if (cited.length > 0) sayMissing(citing.citekeys, wanted, io)
    io.out(
      writeReferences(
        wanted.map(({ item, aliases = [] }) =>
          aliases.length > 0 ? { ...item, 'other-ids': aliases.join(' ') } : item,
        ),
        format,
      ),
    )
    return status
  },
})

function formatNamed(name: string): WrittenFormat {
  const format = writtenFormats.find(known => known === name)
  if (format) return format
  const near = closest(name, writtenFormats)
  const hint = near ? `Did you mean “${near}”?` : `It can be ${writtenFormats.join(', ')}.`
  throw new Failure(`References cannot be written as “${name}”.`, hint)
}

/** One bibliography; what is wrong with it is said with its place. */
async function read(operand: string, io: Io): Promise<Bibliography | undefined> {
  const path = displayPath(resolve(io.cwd, operand), io.cwd)
  const uri = uriOf(resolve(io.cwd, operand))
  const file = await nodeFiles.read(uri)
  if (!isText(file)) {
    io.err(`stroma: ${printable(`“${path}” ${file.failure}.`)}\n`)
    return undefined
  }
  const read = (await inlineIn(uri)) ?? readBibliography(file.text, uri)
  const bibliography = bibliographyWithEncoding(read, file)
  const { placeOf } = placesIn(file)
  for (const { message, span } of bibliography.problems) {
    const { line, column } = placeOf(span.start)
    io.err(`${printable(`${path}:${line}:${column}: ${message}`)}\n`)
  }
  return bibliography
}

/** The references in the front matter of a manuscript; a manuscript that has none there may be a list, or a saved page. */
async function inlineIn(uri: string): Promise<Bibliography | undefined> {
  if (!/\.(?:md|markdown|qmd|rmd)$/i.test(uri)) return undefined
  const { library } = await createWorkspace(nodeFiles).analysis(uri)
  return library.sources.find(({ bibliography }) => bibliography?.format === 'inline')?.bibliography
}

/** What manuscripts cite, and the references that their own libraries have. */
async function citedIn(manuscripts: readonly string[], io: Io) {
  const workspace = createWorkspace(nodeFiles)
  const citekeys = new Set<string>()
  const references = new Set<Reference>()
  for (const manuscript of manuscripts) {
    try {
      const { manuscript: read, library } = await workspace.analysis(uriOf(resolve(io.cwd, manuscript)))
      for (const { items } of read.citations) {
        for (const { citekey, crossReference } of items) if (!crossReference) citekeys.add(citekey)
      }
      for (const reference of library.references.values()) references.add(reference)
    } catch (error) {
      if (error instanceof UnreadableManuscript) throw new Failure(`“${manuscript}” ${error.message}.`)
      throw error
    }
  }
  return { citekeys, references }
}

/** `nocite: '@*'` cites everything. */
const isCited = ({ citekey, aliases = [] }: Reference, citekeys: ReadonlySet<string>): boolean =>
  citekeys.has('*') || citekeys.has(citekey) || aliases.some(alias => citekeys.has(alias))

function sayMissing(citekeys: ReadonlySet<string>, found: readonly Reference[], io: Io): void {
  const known = new Set(found.flatMap(({ citekey, aliases = [] }) => [citekey, ...aliases]))
  for (const citekey of citekeys) {
    if (citekey !== '*' && !known.has(citekey)) io.err(`stroma: ${printable(`“${citekey}” is cited but not found.`)}\n`)
  }
}
