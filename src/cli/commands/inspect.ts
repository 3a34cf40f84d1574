import { isText } from '../../workspace/files.ts'
import { nodeFiles } from '../../workspace/node-files.ts'
import { createWorkspace, UnreadableManuscript } from '../../workspace/workspace.ts'
import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'
import { findManuscripts } from '../find-manuscripts.ts'
import { type Inspected, inspected } from '../inspect/inspected.ts'
import { readable } from '../inspect/readable.ts'
import { projectFile } from '../lint/settings.ts'
import { pathOf, uriOf } from '../paths.ts'
import { type Places, placesIn } from '../report.ts'
import { painter, printable } from '../terminal.ts'

/** Prints everything Stroma sees in manuscripts. */
export const inspect = defineCommand({
  name: 'inspect',
  summary: 'Show everything Stroma sees in a manuscript.',
  operands: 'FILE…',
  options: {
    json: { kind: 'flag', description: 'Print JSON.' },
    config: { kind: 'value', placeholder: 'FILE', description: 'Use this project file.' },
  },
  notes: [
    'In JSON, lines and columns count from 1, columns and offsets in UTF-16 units, a byte order mark counted as one.',
  ],
  async run(operands, { json, config }, io) {
    if (operands.length === 0) throw new Failure('“stroma inspect” needs at least one manuscript.')
    const { manuscripts, failures } = await findManuscripts(operands, io.cwd)
    const workspace = createWorkspace(nodeFiles, {
      ...(config !== undefined && { projectFile: await projectFile(config, io.cwd) }),
    })
    const all: Inspected[] = []
    const problems = [...failures]
    for (const { path } of manuscripts) {
      try {
        const analysis = await workspace.analysis(uriOf(path))
        all.push(await inspected({ analysis, cwd: io.cwd, placesIn: placesOf }))
      } catch (error) {
        if (!(error instanceof UnreadableManuscript)) throw error
        problems.push(`${pathOf(uriOf(path), io.cwd)} ${error.message}.`)
      }
    }
    for (const problem of problems) io.err(`stroma: ${printable(problem)}\n`)
    if (json) io.out(`${JSON.stringify({ version: 1, files: all }, undefined, 2)}\n`)
    else io.out(all.map(one => readable(one, painter(io.colour))).join('\n'))
    return problems.length > 0 ? 2 : 0
  },
})

async function placesOf(uri: string): Promise<Places> {
  const file = await nodeFiles.read(uri)
  return placesIn(isText(file) ? file : { text: '', bom: false })
}
