import { DidChangeWatchedFilesNotification, type Disposable, type FileSystemWatcher } from 'vscode-languageserver'
import { asFolder } from './client.ts'
import type { Diagnostics } from './diagnostics.ts'
import { tell } from './request.ts'
import type { Follower, Server } from './server.ts'

/** Kinds of files whose change can change a finding: manuscripts, bibliographies, project files, lexicons, figures. */
const INSIDE = [
  '**/*.{md,markdown,qmd,Rmd,rmd}',
  '**/*.{bib,bibtex,biblatex,json,yaml,yml,ris,nbib,enw,xml,csl,tsv,csv,obo,ttl,stromaidx}',
  '**/*.{png,jpg,jpeg,gif,svg,pdf,tif,tiff,eps,webp}',
]

/** How long to wait until what manuscripts look at has settled. */
const SETTLE = 500

/** Follows files that change on disk, also those outside the open folders, such as a library that a reference manager writes. */
export function followFiles(server: Server, diagnostics: Diagnostics): Follower {
  const { connection } = server
  let outside: { readonly uris: string; readonly registration: Promise<Disposable> } | undefined
  let timer: NodeJS.Timeout | undefined

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const uris = changes.map(({ uri }) => uri).filter(uri => typeof uri === 'string')
    if (uris.length === 0) return
    server.session().filesChanged(uris)
    diagnostics.refresh()
  })

  const watchOutside = async (): Promise<void> => {
    const session = server.session()
    const { roots } = session.client
    const wanted = new Set<string>()
    for (const uri of session.documents.keys().filter(session.isManuscript)) {
      await session.inspect(uri)
      for (const other of session.dependencies(uri)) {
        for (const place of [other, await session.target(other)]) {
          if (place?.startsWith('file:') && !roots.some(root => place.startsWith(root))) wanted.add(place)
        }
      }
    }
    const uris = [...wanted].sort()
    if (uris.join('\n') === (outside?.uris ?? '')) return
    const before = outside?.registration
    tell(server, async () => (await before)?.dispose())
    outside = undefined
    if (uris.length === 0) return
    const watchers = uris.map(uri => watcherOf(uri, session.client.watchesRelativePatterns))
    outside = { uris: uris.join('\n'), registration: connection.client.register(WATCHED, { watchers }) }
  }

  return {
    start() {
      const session = server.session()
      if (session.client.followsFolders) followFolders(server, diagnostics)
      if (!session.client.registersWatchers) return
      tell(server, () =>
        connection.client.register(WATCHED, { watchers: INSIDE.map(globPattern => ({ globPattern })) }),
      )
      session.onChange(() => {
        clearTimeout(timer)
        timer = setTimeout(() => tell(server, watchOutside), SETTLE)
      })
    },
    stop: () => clearTimeout(timer),
  }
}

function followFolders({ connection, session }: Server, diagnostics: Diagnostics): void {
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    const { client, filesChanged, opened } = session()
    const gone = new Set(removed.map(({ uri }) => asFolder(uri)))
    const staying = client.roots.filter(root => !gone.has(root))
    client.roots.splice(0, client.roots.length, ...new Set([...staying, ...added.map(({ uri }) => asFolder(uri))]))
    for (const { uri } of added) opened(uri)
    filesChanged([])
    diagnostics.refresh()
  })
}

const WATCHED = DidChangeWatchedFilesNotification.type

/** A pattern with its folder: editors do not watch an absolute path outside their folders. */
function watcherOf(uri: string, relative: boolean): FileSystemWatcher {
  const slash = uri.lastIndexOf('/')
  const name = decodeURIComponent(uri.slice(slash + 1)).replace(/[*?[\]{}]/g, '?')
  if (relative) return { globPattern: { baseUri: uri.slice(0, slash), pattern: name } }
  return { globPattern: `${decodeURIComponent(new URL(uri.slice(0, slash)).pathname)}/${name}` }
}
