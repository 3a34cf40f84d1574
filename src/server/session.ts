import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Analysis } from '../analysis/analysis.ts'
import type { Reference } from '../bibliography/reference.ts'
import { diagnose } from '../rules/diagnose.ts'
import type { Diagnostic } from '../rules/rule.ts'
import type { Files } from '../workspace/files.ts'
import type { Pace } from '../workspace/pace.ts'
import { shippedReferences } from '../workspace/shipped.ts'
import { createWorkspace, type Inspection, type Workspace } from '../workspace/workspace.ts'
import { type Client, clientOf } from './client.ts'
import { configurationFindings } from './configuration-findings.ts'
import { readingProgress } from './reading-progress.ts'
import { searchAhead } from './search-ahead.ts'

/** One client, its open documents and what is known of them. */
export interface Session {
  readonly connection: Connection
  readonly client: Client
  readonly documents: TextDocuments<TextDocument>
  /** Counts every change of a document, a file or a setting: answers of an earlier revision are out of date. */
  readonly revision: number
  /** Tells of every change, with the URI of the document when one was changed by typing. */
  onChange(listener: (uri?: string) => void): void
  /** Does work on a manuscript, known as such to whoever looks after this thread. */
  working<T>(uri: string, work: () => Promise<T>): Promise<T>
  inspect(uri: string): Promise<Inspection>
  analysis(uri: string): Promise<Analysis>
  diagnose(uri: string): Promise<readonly Diagnostic[]>
  /** Milliseconds that reading a manuscript took last. */
  cost(uri: string): number
  /** The text of any file as a document, for turning offsets into positions: the open one, else what the disk has. */
  text(uri: string): Promise<TextDocument | undefined>
  /** The URIs of all manuscripts in the open folders, and of those that are open. */
  manuscripts(): Promise<readonly string[]>
  isManuscript(uri: string): boolean
  /** A reference with this key in any library of the session, or in the list that Stroma ships; and what that is called. */
  findReference(citekey: string): Promise<{ readonly reference: Reference; readonly from: string } | undefined>
  filesChanged(uris: readonly string[]): void
  /** The author has opened a folder or a document: the host that it is on may be asked for others. */
  opened(uri: string): void
  configure(settings: unknown): void
  dependencies(uri: string): readonly string[]
  target(uri: string): Promise<string | undefined>
  /** Has bibliographies read whose reading the author had cancelled. */
  readAgain(): void
  /** Gives up what is being read. */
  stop(): void
}

interface Known {
  readonly revision: number
  readonly inspection: Promise<Inspection>
  diagnostics?: Promise<readonly Diagnostic[]>
}

export function createSession(
  connection: Connection,
  files: Files,
  params: InitializeParams,
  reading: (uri: string | undefined) => void,
  pace: Pace,
): Session {
  const client = clientOf(params)
  const opened = (uri: string): void => files.allow?.(uri)
  client.roots.forEach(opened)
  const workspace: Workspace = createWorkspace(files, {
    roots: client.roots,
    onSettled: uri => settled(uri),
    beside: {
      ...pace,
      asksAgain: !client.pullsDiagnostics || client.refreshesDiagnostics,
      working: (uri, slice) => {
        const done = begin(uri)
        slice()
        done()
      },
      onLong: readingProgress(connection, client),
      onRead: uri => settled(uri),
    },
  })
  const ahead = searchAhead(pace)
  const documents = new TextDocuments(TextDocument)
  const known = new Map<string, Known>()
  const snapshots = new Map<string, TextDocument>()
  const listeners: ((uri?: string) => void)[] = []
  const busy: string[] = []
  let revision = 0

  const changed = (uri?: string): void => {
    revision++
    for (const listener of listeners) listener(uri)
  }
  const settled = (uri: string): void => {
    snapshots.delete(uri)
    changed(uri)
  }
  documents.onDidOpen(({ document }) => opened(document.uri))
  documents.onDidChangeContent(({ document }) => {
    workspace.open(document.uri, document.getText())
    changed(document.uri)
  })
  documents.onDidClose(({ document: { uri } }) => {
    workspace.close(uri)
    known.delete(uri)
    changed()
  })
  documents.listen(connection)

  const begin = (uri: string): (() => void) => {
    busy.push(uri)
    reading(uri)
    return () => {
      busy.splice(busy.lastIndexOf(uri), 1)
      reading(busy.at(-1))
    }
  }
  const working = async <T>(uri: string, work: () => Promise<T>): Promise<T> => {
    const done = begin(uri)
    try {
      return await work()
    } finally {
      done()
    }
  }

  const knownOf = (uri: string): Known => {
    const before = known.get(uri)
    if (before?.revision === revision) return before
    const inspection = working(uri, () => workspace.inspect(uri))
    inspection.then(({ analysis }) => ahead.prepare(analysis.library)).catch(() => undefined)
    const now = { revision, inspection }
    known.set(uri, now)
    return now
  }

  return {
    connection,
    client,
    documents,
    get revision() {
      return revision
    },
    working,
    onChange: listener => void listeners.push(listener),
    inspect: uri => knownOf(uri).inspection,
    analysis: async uri => (await knownOf(uri).inspection).analysis,
    diagnose: uri => {
      const now = knownOf(uri)
      return (now.diagnostics ??= now.inspection.then(inspection =>
        working(uri, async () => {
          const { analysis, configuration, ignored } = inspection
          const findings = ignored ? [] : diagnose(analysis, configuration.rules)
          return [...findings, ...configurationFindings(inspection)]
        }),
      ))
    },
    cost: uri => workspace.cost(uri),
    async text(uri) {
      const open = documents.get(uri)
      if (open) return open
      const text = await workspace.text(uri)
      if (text === undefined) return undefined
      const before = snapshots.get(uri)
      if (before?.getText() === text) return before
      const snapshot = TextDocument.create(uri, '', 0, text)
      snapshots.set(uri, snapshot)
      return snapshot
    },
    async manuscripts() {
      const open = documents.keys().filter(isManuscriptOf(documents))
      return [...new Set([...open, ...(await workspace.manuscripts())])]
    },
    isManuscript: isManuscriptOf(documents),
    async findReference(citekey) {
      const libraries = await Promise.all(
        [...known.values()].map(({ inspection }) => inspection.catch(() => undefined)),
      )
      const sources = [
        ...libraries.flatMap(inspection => inspection?.analysis.library.sources ?? []),
        ...libraries.flatMap(inspection => inspection?.analysis.library.offered.sources ?? []),
        shippedReferences(),
      ]
      for (const { bibliography, path } of sources) {
        const reference = bibliography?.references.find(reference => reference.citekey === citekey)
        if (reference) return { reference, from: path }
      }
      return undefined
    },
    filesChanged(uris) {
      workspace.filesChanged(uris)
      for (const uri of uris) snapshots.delete(uri)
      changed()
    },
    opened,
    configure(settings) {
      workspace.configure(settings)
      changed()
    },
    dependencies: uri => workspace.dependencies(uri),
    target: uri => workspace.target(uri),
    readAgain() {
      workspace.readAgain()
      changed()
    },
    stop() {
      workspace.stop()
      ahead.stop()
    },
  }
}

/** Languages that editors give to manuscripts; a client may also open bibliographies, which are read but not checked. */
const LANGUAGES = /^(markdown|quarto|rmd|rmarkdown|myst|pandoc|mdx?)$/i

const isManuscriptOf =
  (documents: TextDocuments<TextDocument>) =>
  (uri: string): boolean =>
    LANGUAGES.test(documents.get(uri)?.languageId ?? '') || /\.(md|markdown|qmd|rmd)$/i.test(uri)
