import { ErrorCodes, LSPErrorCodes, type Message } from 'vscode-languageserver/node'
import { isNotification, isRequest, isResponse, notification, type Request } from './messages.ts'
import { openDocuments } from './open-documents.ts'
import { quarantine } from './quarantine.ts'

export type ToWorker = { readonly rpc: Message } | { readonly ping: number }

export type FromWorker =
  | { readonly rpc: Message }
  | { readonly alive: number }
  /** The manuscript that is being read, or that none is. */
  | { readonly reading: string | undefined }

/** A thread that serves. */
export interface Worker {
  post(message: ToWorker): void
  terminate(): void
}

export interface Surroundings {
  /** Sends a message to the client. */
  send(message: Message): void
  /** Starts a thread; `heard` gets what it says, `gone` is called when it ends of itself. */
  start(heard: (message: FromWorker) => void, gone: () => void): Worker
  /** Ends the program. */
  exit(code: number): void
  log(message: string): void
}

/** How many pings, one a second, a worker may leave without an answer. */
const PATIENCE = 20
/** Workers that end without a manuscript to blame, after which there is no use in another. */
const MOST_DEATHS = 4

/**
 * Passes messages between a client and a worker. A worker that does not answer for long is ended; the next one is told all
 * that the client has said, without the manuscript that the last one was reading, and the client gets an answer to everything.
 */
export function supervise(surroundings: Surroundings) {
  const { send, log } = surroundings
  const documents = openDocuments()
  const held = quarantine()
  const pending = new Map<string | number, Request>()
  let initialize: Request | undefined
  let initialized = false
  let shutdown = false
  let generation = 0
  let deaths = 0
  let unanswered = 0
  let pings = 0
  let reading: string | undefined
  let worker = start()

  function start(): Worker {
    const mine = ++generation
    unanswered = 0
    reading = undefined
    return surroundings.start(
      message => mine === generation && heard(message),
      () => mine === generation && replace('ended'),
    )
  }

  function heard(message: FromWorker): void {
    unanswered = 0
    if ('reading' in message) reading = message.reading
    if (!('rpc' in message)) return
    const { rpc } = message
    if (isResponse(rpc)) {
      if (rpc.id === REPLAY || !pending.delete(rpc.id!)) return
      send(rpc)
    } else if (isRequest(rpc)) send({ ...rpc, id: `${generation}:${rpc.id}` } as Message)
    else send(rpc)
  }

  /** Puts another worker in the place of one that is stuck or dead, and answers for it. */
  function replace(how: string): void {
    worker.terminate()
    const blamed = reading
    log(`The worker ${how}${blamed === undefined ? '' : ` while reading ${blamed}`}; another one is started.`)
    if (blamed === undefined) deaths++
    else held.hold(blamed)
    for (const { id, method } of pending.values()) send(lostAnswer(id, method))
    pending.clear()
    if (shutdown || deaths > MOST_DEATHS || !initialize) {
      surroundings.exit(shutdown ? 0 : 1)
      return
    }
    worker = start()
    post({ ...initialize, id: REPLAY } as Message)
    if (initialized) post(notification('initialized', {}))
    for (const open of documents.all()) {
      if (!held.holds(open.textDocument.uri)) post(notification('textDocument/didOpen', open))
    }
    send({ jsonrpc: '2.0', id: `refresh:${generation}`, method: 'workspace/diagnostic/refresh' } as Message)
  }

  const post = (rpc: Message): void => worker.post({ rpc })

  return {
    /** Takes a message of the client. */
    received(message: Message): void {
      if (isResponse(message)) {
        const [of, id] = String(message.id).split(':')
        if (Number(of) === generation) post({ ...message, id: Number.isNaN(Number(id)) ? id : Number(id) } as Message)
        return
      }
      const uri = documents.follow(message)
      if (isRequest(message)) {
        if (message.method === 'initialize') initialize = withoutProcess(message)
        if (message.method === 'shutdown') shutdown = true
        if (uri !== undefined && held.holds(uri)) {
          send(held.answer(message))
          return
        }
        pending.set(message.id!, message)
      } else if (isNotification(message)) {
        if (message.method === 'initialized') initialized = true
        if (message.method === 'exit') {
          surroundings.exit(shutdown ? 0 : 1)
          return
        }
        if (uri !== undefined && held.holds(uri)) {
          const again = held.changed(uri, message.method)
          if (again && documents.get(uri)) post(notification('textDocument/didOpen', documents.get(uri)!))
          return
        }
      }
      post(isRequest(message) && message.method === 'initialize' ? withoutProcess(message) : message)
    },

    /** To be called once a second. */
    tick(): void {
      held.tick()
      if (unanswered++ >= PATIENCE) replace('did not answer')
      else worker.post({ ping: ++pings })
    },
  }
}

const REPLAY = 'stroma:replay'

/** The worker has no business with the life of the client: the main thread looks after that. */
const withoutProcess = (message: Request): Request =>
  ({ ...message, params: { ...(message.params as object), processId: null } }) as Request

/** What a client is told of a request whose worker is gone; where it may, it asks again. */
function lostAnswer(id: Request['id'], method: string): Message {
  const error =
    method === 'textDocument/diagnostic'
      ? { code: LSPErrorCodes.ServerCancelled, message: 'Reading took too long.', data: { retriggerRequest: true } }
      : method === 'initialize'
        ? { code: ErrorCodes.InternalError, message: 'The server could not be started.' }
        : { code: LSPErrorCodes.ContentModified, message: 'Reading took too long.' }
  return { jsonrpc: '2.0', id, error } as Message
}
