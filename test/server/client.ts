import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { startServer } from '../../src/server/server.ts'
import type { Files } from '../../src/workspace/files.ts'
import type { Pace } from '../../src/workspace/pace.ts'
import { type MemoryFiles, memoryFiles } from '../support/memory-files.ts'

/** An editor without a screen: it keeps documents, speaks the protocol and remembers what it was sent. */
export interface TestClient {
  readonly connection: ProtocolConnection
  readonly initialized: InitializeResult
  /** What the server has sent of its own accord: findings by URI, watchers asked for, refreshes. */
  readonly published: Map<string, Diagnostic[]>
  readonly watchers: { readonly id: string; readonly options: unknown }[]
  readonly refreshes: { count: number }
  uri(name: string): string
  open(name: string, text?: string, languageId?: string): Promise<TextDocument>
  /** Replaces part of an open document, as typing does. */
  edit(name: string, start: number, end: number, newText: string): Promise<void>
  close(name: string): Promise<void>
  text(name: string): string
  /** Changes a file on disk and says so, as a client that watches does. */
  write(name: string, text: string): Promise<void>
  remove(name: string): Promise<void>
  /** Changes the settings of the editor and says so; a client that is asked for them answers with what they were when it was asked. */
  configure(settings: unknown): Promise<void>
  /** Comes when the server has been told of all settings. */
  configured(): Promise<void>
  /** The findings on a document, asked for again while the server says that it is out of date. */
  pull(name: string): Promise<Diagnostic[]>
  at(name: string, offset: number): { textDocument: { uri: string }; position: Position }
  stop(): Promise<void>
}

export interface ClientOptions {
  readonly files?: Readonly<Record<string, string>>
  readonly capabilities?: ClientCapabilities
  readonly settings?: unknown
  /** What a client does before it answers with settings that it was asked for. */
  readonly beforeSettings?: () => Promise<void>
  readonly settingsAnswer?: () => Promise<unknown>
  /** When a server in this process reads beside its answers. */
  readonly pace?: Pace
  /** The disk of a server in this process, around the files in memory. */
  readonly disk?: (files: MemoryFiles) => Files
  /** What to run, and over which channel. */
  readonly program?: readonly string[]
}

export const PULLING: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true },
  },
}

/** Where the files are that the server reads. */
interface Disk {
  readonly rootUri: string
  write(name: string, text: string): Promise<void>
  remove(name: string): Promise<void>
}

/** A client of the bundled server in a process of its own, over its standard streams, with files in a temporary folder. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'stroma-server-')))
  const disk: Disk = {
    rootUri: pathToFileURL(folder).href,
    async write(name, text) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    },
    remove: name => rm(join(folder, name), { force: true }),
  }
  const program = options.program ?? ['dist/server.cjs', '--stdio']
  const ipc = program.includes('--node-ipc')
  const server = spawn(process.execPath, program, {
    stdio: ['pipe', 'pipe', 'inherit', ...(ipc ? ['ipc' as const] : [])],
  })
  const connection = ipc
    ? createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server))
    : createProtocolConnection(new StreamMessageReader(server.stdout!), new StreamMessageWriter(server.stdin!))
  return connect(connection, disk, options, async () => {
    await connection.sendRequest('shutdown').catch(() => undefined)
    await connection.sendNotification('exit').catch(() => undefined)
    const ended = new Promise(resolve => (server.exitCode === null ? server.once('exit', resolve) : resolve(0)))
    const timer = setTimeout(() => server.kill('SIGKILL'), 3000)
    await ended
    clearTimeout(timer)
    await rm(folder, { recursive: true, force: true })
  })
}

/** A client of a server in this process, with files in memory: for thousands of sessions in seconds. */
export async function startMemoryClient(options: ClientOptions = {}): Promise<TestClient> {
  const rootUri = 'file:///project'
  const files = memoryFiles()
  const disk: Disk = {
    rootUri,
    async write(name, text) {
      files.texts.set(`${rootUri}/${name}`, text)
    },
    async remove(name) {
      files.texts.delete(`${rootUri}/${name}`)
    },
  }
  const [up, down] = [new PassThrough(), new PassThrough()]
  const server = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down))
  startServer(server, options.disk?.(files) ?? files, undefined, options.pace)
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  return connect(connection, disk, options, async () => {
    await connection.sendRequest('shutdown')
    server.dispose()
    up.destroy()
    down.destroy()
  })
}

async function connect(
  connection: ProtocolConnection,
  disk: Disk,
  options: ClientOptions,
  end: () => Promise<void>,
): Promise<TestClient> {
  for (const [name, text] of Object.entries(options.files ?? {})) await disk.write(name, text)
  const published = new Map<string, Diagnostic[]>()
  const watchers: { id: string; options: unknown }[] = []
  const refreshes = { count: 0 }
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    published.set(uri, diagnostics)
  })
  const capabilities = options.capabilities ?? PULLING
  const isAsked = capabilities.workspace?.configuration === true
  let { settings } = options
  let untold = isAsked ? 1 : 0
  let told: () => void = () => undefined
  connection.onRequest('workspace/configuration', async () => {
    const answer = [settings ?? {}]
    await options.beforeSettings?.()
    untold--
    told()
    return options.settingsAnswer?.() ?? answer
  })
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    for (const { id, method, registerOptions } of registrations) {
      if (method === 'workspace/didChangeWatchedFiles') watchers.push({ id, options: registerOptions })
    }
  })
  connection.onRequest('client/unregisterCapability', ({ unregisterations }) => {
    for (const { id } of unregisterations) {
      const index = watchers.findIndex(watcher => watcher.id === id)
      if (index >= 0) watchers.splice(index, 1)
    }
  })
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes.count++
    return null
  })
  connection.onRequest('workspace/semanticTokens/refresh', () => null)
  connection.listen()

  const { rootUri } = disk
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'test' }],
    capabilities,
  })
  await connection.sendNotification('initialized', {})

  const documents = new Map<string, TextDocument>()
  const uri = (name: string): string => `${rootUri}/${name.split('/').map(encodeURIComponent).join('/')}`
  const watched = (name: string, type: FileChangeType) =>
    connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] })

  return {
    connection,
    initialized,
    published,
    watchers,
    refreshes,
    uri,
    async open(name, text = options.files?.[name] ?? '', languageId = 'markdown') {
      const document = TextDocument.create(uri(name), languageId, 1, text)
      documents.set(name, document)
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: document.uri, languageId, version: 1, text },
      })
      return document
    },
    async edit(name, start, end, newText) {
      const document = documents.get(name)!
      const range = { start: document.positionAt(start), end: document.positionAt(end) }
      const version = document.version + 1
      TextDocument.update(document, [{ range, text: newText }], version)
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: document.uri, version },
        contentChanges: [{ range, text: newText }],
      })
    },
    async close(name) {
      documents.delete(name)
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } })
    },
    text: name => documents.get(name)!.getText(),
    async write(name, text) {
      await disk.write(name, text)
      await watched(name, FileChangeType.Changed)
    },
    async remove(name) {
      await disk.remove(name)
      await watched(name, FileChangeType.Deleted)
    },
    async configure(value) {
      settings = value
      if (isAsked) untold++
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: { stroma: value } })
    },
    async configured() {
      while (untold > 0) await new Promise<void>(done => (told = done))
    },
    async pull(name) {
      for (let attempt = 0; ; attempt++) {
        try {
          const report = await connection.sendRequest<{ kind: string; items: Diagnostic[] }>(
            'textDocument/diagnostic',
            { textDocument: { uri: uri(name) } },
          )
          return report.items
        } catch (error) {
          const { data } = error as { data?: { retriggerRequest?: boolean } }
          if (!data?.retriggerRequest || attempt > 50) throw error
        }
      }
    },
    at: (name, offset) => ({
      textDocument: { uri: uri(name) },
      position: documents.get(name)!.positionAt(offset),
    }),
    async stop() {
      await end()
      connection.dispose()
    },
  }
}
