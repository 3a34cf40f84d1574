import { Worker as Thread } from 'node:worker_threads'
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { isRequest } from './messages.ts'
import { type FromWorker, supervise } from './supervise.ts'

/** Serves the client that started this program, over what its arguments name, with the server in a worker of `file`. */
export function run(file: string | URL): void {
  const [reader, writer] = transport(process.argv.slice(2))
  const log = (message: string): void => void process.stderr.write(`Stroma: ${message}\n`)
  const exit = (code: number): void => void setImmediate(() => process.exit(code))

  const supervisor = supervise({
    log,
    exit,
    send: message => void writer.write(message).catch(error => log(`The client does not listen: ${error}`)),
    start(heard, gone) {
      const thread = new Thread(file, { stdout: true })
      thread.stdout.pipe(process.stderr)
      thread.on('message', (message: FromWorker) => heard(message))
      thread.on('error', error => log(String(error)))
      thread.on('exit', gone)
      return { post: message => thread.postMessage(message), terminate: () => void thread.terminate() }
    },
  })
  reader.onClose(() => exit(1))
  reader.listen(message => {
    if (isRequest(message) && message.method === 'initialize') followClient(message.params, exit)
    supervisor.received(message)
  })
  setInterval(supervisor.tick, 1000)
}

/** Standard streams, the channel of a Node parent, a pipe or a socket, as language clients name them. */
function transport(args: readonly string[]): [MessageReader, MessageWriter] {
  const named = (name: string): string | undefined => {
    const index = args.findIndex(argument => argument === name || argument.startsWith(`${name}=`))
    return index < 0 ? undefined : (args[index]!.split('=')[1] ?? args[index + 1] ?? '')
  }
  if (args.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)]
  const pipe = named('--pipe')
  if (pipe !== undefined) return createServerPipeTransport(pipe)
  const socket = named('--socket')
  if (socket !== undefined) return createServerSocketTransport(Number(socket))
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]
}

/** A client that is no longer there cannot say that it leaves. */
function followClient(params: unknown, exit: (code: number) => void): void {
  const { processId } = (params ?? {}) as { processId?: unknown }
  if (typeof processId !== 'number') return
  setInterval(() => {
    try {
      process.kill(processId, 0)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') exit(1)
    }
  }, 3000).unref()
}
