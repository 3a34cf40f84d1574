import assert from 'node:assert/strict'
import type { Message } from 'vscode-languageserver-protocol/node'
import { type FromWorker, supervise, type ToWorker } from '../../src/server/supervisor/supervise.ts'

interface Thread {
  readonly got: ToWorker[]
  readonly say: (message: FromWorker) => void
  readonly gone: () => void
  terminated: boolean
}

type Plain = { id?: unknown; method?: string; params?: unknown; result?: unknown; error?: { data?: unknown } }

/** A supervisor whose workers do nothing but what a test has them say. */
function supervised() {
  const threads: Thread[] = []
  const sent: Plain[] = []
  const exits: number[] = []
  const supervisor = supervise({
    send: message => void sent.push(message as Plain),
    exit: code => void exits.push(code),
    log: () => undefined,
    start(say, gone) {
      const thread: Thread = { got: [], say, gone, terminated: false }
      threads.push(thread)
      return {
        post: message => void thread.got.push(message),
        terminate: () => {
          thread.terminated = true
        },
      }
    },
  })
  const client = (message: object): void => supervisor.received({ jsonrpc: '2.0', ...message } as Message)
  const open = (uri: string, text: string): void =>
    client({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
    })
  const pull = (id: number, uri: string): void =>
    client({ id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } })
  const tick = (times: number): void => {
    for (let time = 0; time < times; time++) supervisor.tick()
  }
  client({ id: 0, method: 'initialize', params: { processId: 1, capabilities: {} } })
  client({ method: 'initialized', params: {} })
  return { threads, sent, exits, client, open, pull, tick }
}

const methods = ({ got }: Thread): (string | undefined)[] =>
  got.filter(message => 'rpc' in message).map(message => (message.rpc as Plain).method)

describe('the supervisor of the server', () => {
  it('passes requests on and answers back, and asks the client under numbers of its own', () => {
    const { threads, sent, client, pull } = supervised()
    const [first] = threads as [Thread]
    pull(7, 'file:///a.md')
    first.say({ rpc: { jsonrpc: '2.0', id: 7, result: 'found' } as Message })
    assert.deepEqual(sent.at(-1), { jsonrpc: '2.0', id: 7, result: 'found' })
    first.say({ rpc: { jsonrpc: '2.0', id: 3, method: 'workspace/configuration' } as Message })
    client({ id: sent.at(-1)!.id, result: [1] })
    assert.deepEqual(first.got.at(-1), { rpc: { jsonrpc: '2.0', id: 3, result: [1] } })
  })

  it('lets a worker be that answers, however long it has been', () => {
    const { threads, tick } = supervised()
    for (let second = 0; second < 100; second++) {
      tick(1)
      threads[0]!.say({ alive: second })
    }
    assert.equal(threads.length, 1)
  })

  it('replaces a worker that is stuck, without the manuscript it was stuck in', () => {
    const { threads, sent, client, open, pull, tick } = supervised()
    open('file:///good.md', 'good')
    open('file:///bad.md', 'bad')
    client({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: 'file:///good.md', version: 2 }, contentChanges: [{ text: 'better' }] },
    })
    pull(8, 'file:///bad.md')
    threads[0]!.say({ reading: 'file:///bad.md' })
    tick(30)
    assert.equal(threads.length, 2)
    assert.ok(threads[0]!.terminated)
    assert.deepEqual(sent.find(({ id }) => id === 8)?.error?.data, { retriggerRequest: true })

    const [, second] = threads as [Thread, Thread]
    assert.deepEqual(methods(second).filter(Boolean), ['initialize', 'initialized', 'textDocument/didOpen'])
    assert.match(JSON.stringify(second.got), /better/)
    assert.doesNotMatch(JSON.stringify(second.got), /bad\.md/)

    pull(9, 'file:///bad.md')
    assert.match(JSON.stringify(sent.find(({ id }) => id === 9)?.result), /given up/)
    pull(10, 'file:///good.md')
    assert.equal(methods(second).at(-1), 'textDocument/diagnostic')
    second.say({ rpc: { jsonrpc: '2.0', id: 10, result: 'fine' } as Message })
    assert.equal(sent.at(-1)!.result, 'fine')
  })

  it('tries the manuscript again when it is reopened, or has changed after a while', () => {
    const { threads, client, open, tick } = supervised()
    const close = () => client({ method: 'textDocument/didClose', params: { textDocument: { uri: 'file:///a.md' } } })
    const change = (text: string) =>
      client({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: 'file:///a.md', version: 2 }, contentChanges: [{ text }] },
      })
    open('file:///a.md', 'bad')
    threads[0]!.say({ reading: 'file:///a.md' })
    tick(30)
    close()
    open('file:///a.md', 'mended')
    assert.match(JSON.stringify(threads[1]!.got.at(-1)), /mended/)

    threads[1]!.say({ reading: 'file:///a.md' })
    tick(30)
    change('soon')
    assert.doesNotMatch(JSON.stringify(threads[2]!.got), /soon/)
    for (let second = 0; second < 200; second++) {
      tick(1)
      threads[2]!.say({ alive: second })
    }
    change('later')
    assert.match(JSON.stringify(threads[2]!.got.at(-1)), /later/)
  })

  it('hears nothing more of a worker that was replaced', () => {
    const { threads, sent, tick } = supervised()
    tick(30)
    const before = sent.length
    threads[0]!.say({ rpc: { jsonrpc: '2.0', method: 'window/logMessage' } as Message })
    threads[0]!.gone()
    assert.equal(sent.length, before)
    assert.equal(threads.length, 2)
  })

  it('gives up when worker after worker dies of nothing that could be left out', () => {
    const { threads, exits } = supervised()
    for (let death = 0; death < 10 && exits.length === 0; death++) threads.at(-1)!.gone()
    assert.deepEqual(exits, [1])
    assert.ok(threads.length > 2)
  })

  it('leaves when the client says so, and says whether that was in order', () => {
    const orderly = supervised()
    orderly.client({ id: 1, method: 'shutdown' })
    orderly.client({ method: 'exit' })
    assert.deepEqual(orderly.exits, [0])
    const abrupt = supervised()
    abrupt.client({ method: 'exit' })
    assert.deepEqual(abrupt.exits, [1])
  })
})
