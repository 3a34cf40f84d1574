import { resolve } from 'node:path'
import { closest } from '../../text/closest.ts'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import type { Report } from '../report.ts'
import { REPORTERS } from '../reporters/index.ts'
import { painter } from '../terminal.ts'
import { writeFileWhole } from '../write-file.ts'

/** A format, and the file it goes to; without one, standard output. */
export interface Output {
  readonly format: string
  readonly file?: string
}

/** Reads `--format FORMAT` and `--format FORMAT=FILE`. Standard output takes one format: `stylish` when no other is named. */
export function outputsOf(given: readonly string[]): readonly Output[] {
  const outputs = given.map(text => {
    const equals = text.indexOf('=')
    const format = equals < 0 ? text : text.slice(0, equals)
    if (!REPORTERS.has(format)) throw unknownFormat(format)
    if (equals < 0) return { format }
    if (equals === text.length - 1) throw new Failure(`--format ${text} names no file.`)
    return { format, file: text.slice(equals + 1) }
  })
  const printed = outputs.filter(({ file }) => file === undefined).map(({ format }) => format)
  if (new Set(printed).size > 1) {
    throw new Failure(
      `Standard output can hold one format, not ${printed.join(' and ')}.`,
      `Send one to a file: --format ${printed[0]}=FILE.`,
    )
  }
  return printed.length > 0 ? outputs : [{ format: 'stylish' }, ...outputs]
}

/** Writes the report in every format asked for; only standard output is coloured. */
export async function writeOutputs(report: Report, outputs: readonly Output[], colour: boolean, io: Io): Promise<void> {
  for (const { format, file } of outputs) {
    const render = REPORTERS.get(format)!
    if (file === undefined) io.out(render(report, painter(colour)))
    else await writeFileWhole(resolve(io.cwd, file), render(report, painter(false)))
  }
}

function unknownFormat(format: string): Failure {
  const near = closest(format, REPORTERS.keys())
  const hint = near ? `Did you mean “${near}”?` : `It can be ${[...REPORTERS.keys()].join(', ')}.`
  return new Failure(`There is no format “${format}”.`, hint)
}
