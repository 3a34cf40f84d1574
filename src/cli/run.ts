import { version } from '../../package.json'
import { closest } from '../text/closest.ts'
import { parseArguments } from './arguments.ts'
import { COMMANDS } from './commands/index.ts'
import { Failure } from './failure.ts'
import { commandHelp, overview } from './help.ts'
import type { ExitStatus, Io } from './io.ts'
import { printable } from './terminal.ts'

/** Runs one command line, without the program's name, and gives the exit status. Never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    return await dispatch(args, io)
  } catch (error) {
    io.err(`${explain(error)}\n`)
    return 2
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitStatus> {
  if (name === undefined) {
    io.err(overview(COMMANDS))
    return 2
  }
  if (name === '--version' || name === '-v' || name === '-V') {
    io.out(`${version}\n`)
    return 0
  }
  const topic = name === 'help' ? rest[0] : undefined
  if (name === '--help' || name === '-h' || (name === 'help' && topic === undefined)) {
    io.out(overview(COMMANDS))
    return 0
  }
  const entry = COMMANDS.find(command => command.name === (topic ?? name))
  if (!entry) throw unknownCommand(topic ?? name)
  const command = await entry.load()
  const options = rest.slice(0, [...rest, '--'].indexOf('--'))
  if (topic !== undefined || options.includes('--help') || options.includes('-h')) {
    io.out(commandHelp(command))
    return 0
  }
  const parsed = parseArguments(rest, command.options, io.cwd)
  return command.run(parsed.operands, parsed.options, io)
}

function unknownCommand(name: string): Failure {
  const near = closest(
    name,
    COMMANDS.map(command => command.name),
  )
  const what = name.startsWith('-') ? 'option' : 'command'
  const hint = near ? `Did you mean “stroma ${near}”?` : '“stroma --help” lists the commands.'
  return new Failure(`There is no ${what} “${name}”.`, hint)
}

/** A failure in words; of anything else, which is a fault in Stroma, also where it happened. */
function explain(error: unknown): string {
  if (error instanceof Failure) return printable(['stroma:', error.message, error.hint ?? ''].join(' ').trimEnd())
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `stroma: Something went wrong inside Stroma ${version}; please report it with the lines below.\n${trace}`
}
