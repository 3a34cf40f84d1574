import { defineCommand } from '../command.ts'
import { Failure } from '../failure.ts'

/** Runs the language server until its client leaves. */
export const server = defineCommand({
  name: 'server',
  summary: 'Run the language server, for any editor that speaks the Language Server Protocol.',
  operands: '',
  options: { stdio: { kind: 'flag', description: 'Talk over standard input and output.' } },
  async run(operands, { stdio }) {
    if (operands.length > 0) throw new Failure('“stroma server” takes no paths; the editor says what to serve.')
    if (!stdio) throw new Failure('“stroma server” needs to know how to talk: --stdio.')
    await import('../../server/main.ts')
    return 0
  },
})
