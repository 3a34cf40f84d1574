import { styleText } from 'node:util'
import { nodeFiles } from '../workspace/node-files.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'

/** Runs the command line in this process. The process ends by itself once everything is written, however long a pipe takes. */
export async function runProcess(program: string, args: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  for (const path of [process.cwd(), ...args]) nodeFiles.allow?.(path)
  process.exitCode = await run(args, processIo(program))
}

function processIo(program: string): Io {
  return {
    program,
    cwd: process.cwd(),
    colour: styleText('red', 'x', { stream: process.stdout }) !== 'x',
    terminal: Boolean(process.stderr.isTTY),
    out: text => void process.stdout.write(text),
    err: text => void process.stderr.write(text),
    async input() {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks)
    },
  }
}

/** `stroma … | head` closes the pipe early: no reason to fail, and the exit status still tells of the findings. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
