import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { peer } from './bench.ts'

/** A language server in a process of its own with one document open, spoken to as an editor does. */
export interface OpenServer {
  readonly document: TextDocument
  /** Milliseconds from sending an edit to having the diagnostics of the new text. */
  keystroke(start: number, end: number, newText: string): Promise<number>
  /** Milliseconds of one request at a place of the document. */
  request(method: string, offset: number): Promise<number>
  /** Says that a file of the folder was changed on disk. */
  changed(name: string): Promise<void>
  /** Ends the server and says how much memory it held at most, in bytes. */
  end(): Promise<number>
}

/** How a server is started and what its client has to answer. */
export interface ServerKind {
  readonly command: readonly string[]
  prepare?(connection: ProtocolConnection): Promise<void>
  readonly settings?: unknown
}

export const STROMA: ServerKind = { command: [resolve('dist/server.cjs'), '--stdio'] }

/** VS Code's own Markdown server; its client brings the parser and the files, as VS Code does. */
export const MARKDOWN_SERVER: ServerKind = {
  command: [resolve('bench/node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
  settings: {
    markdown: {
      suggest: { paths: { enabled: true } },
      occurrencesHighlight: { enabled: false },
      validate: {
        enabled: true,
        referenceLinks: { enabled: 'warning' },
        fragmentLinks: { enabled: 'warning' },
        fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
        ignoredLinks: [],
        unusedLinkDefinitions: { enabled: 'hint' },
        duplicateLinkDefinitions: { enabled: 'warning' },
      },
    },
  },
  async prepare(connection) {
    const { default: markdownIt } = await peer<{ default: new () => { parse(text: string, env: object): unknown[] } }>(
      'markdown-it',
    )
    const parser = new markdownIt()
    connection.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
      parser.parse(text ?? readFileSync(fileURLToPath(uri), 'utf8'), {}),
    )
    connection.onRequest('markdown/fs/readFile', ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))])
    connection.onRequest('markdown/fs/readDirectory', ({ uri }: { uri: string }) =>
      readdirSync(fileURLToPath(uri)).map(name => [name, { isDirectory: false }]),
    )
    connection.onRequest('markdown/fs/stat', ({ uri }: { uri: string }): { isDirectory: boolean } | null => {
      const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false })
      return found ? { isDirectory: found.isDirectory() } : null
    })
    connection.onRequest('markdown/fs/watcher/create', () => null)
    connection.onRequest('markdown/fs/watcher/delete', () => null)
    connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => [])
  },
}

const PEAK = resolve('bench/node_modules/.stroma/support/peak.js')

/** Starts a server and opens `name` of `folder` in it. */
export async function openServer(
  { command, prepare, settings }: ServerKind,
  folder: string,
  name: string,
): Promise<OpenServer> {
  const child = spawn(process.execPath, ['--import', PEAK, ...command], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] })
  let peak = ''
  child.stdio[3]!.on('data', (data: Buffer) => void (peak += data))
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout!),
    new StreamMessageWriter(child.stdin!),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('client/unregisterCapability', () => null)
  connection.onRequest('workspace/configuration', () => [null])
  connection.onRequest('workspace/diagnostic/refresh', () => null)
  connection.onRequest('workspace/semanticTokens/refresh', () => null)
  await prepare?.(connection)
  connection.listen()

  const rootUri = pathToFileURL(folder).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'bench' }],
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: {
        configuration: true,
        didChangeConfiguration: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    },
    initializationOptions: { markdownFileExtensions: ['md'] },
  })
  await connection.sendNotification('initialized', {})
  if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings })

  const uri = `${rootUri}/${name}`
  const document = TextDocument.create(uri, 'markdown', 1, readFileSync(resolve(folder, name), 'utf8'))
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: document.getText() },
  })
  const diagnostics = () => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  await diagnostics()

  return {
    document,
    async keystroke(start, end, text) {
      const range = { start: document.positionAt(start), end: document.positionAt(end) }
      TextDocument.update(document, [{ range, text }], document.version + 1)
      const from = performance.now()
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [{ range, text }],
      })
      await diagnostics()
      return performance.now() - from
    },
    async request(method, offset) {
      const position = document.positionAt(offset)
      const from = performance.now()
      await connection.sendRequest(method, { textDocument: { uri }, position })
      return performance.now() - from
    },
    changed: name =>
      connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `${rootUri}/${name}`, type: 2 }],
      }),
    async end() {
      const ended = once(child, 'close')
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await ended
      connection.dispose()
      return Math.max(0, ...peak.split('\n').map(Number).filter(Number.isFinite)) * 1024
    },
  }
}
