import type { Options, ParsedOptions } from './arguments.ts'
import type { ExitStatus, Io } from './io.ts'

/** One command of the command line: what it accepts, what its help says, what it does. */
export interface Command<O extends Options = Options> {
  readonly name: string
  readonly summary: string
  /** What follows the name in the usage line: `[PATH…]`. */
  readonly operands: string
  readonly options: O
  /** Paragraphs below the options in the help. */
  readonly notes?: readonly string[]
  run(operands: readonly string[], options: ParsedOptions<O>, io: Io): Promise<ExitStatus>
}

/** Declares a command, so that the types of its options follow from their declaration. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command => command as unknown as Command
