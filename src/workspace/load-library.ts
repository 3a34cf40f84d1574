import { mergeLibrary } from '../bibliography/merge-library.ts'
import { inlineReferences } from '../bibliography/readers/inline.ts'
import type { BibliographySource, Library } from '../bibliography/reference.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import type { BibliographyReadings, Reader } from './bibliography-readings.ts'
import {
  type DeclaredBibliography,
  discoverBibliographies,
  discoverLibrary,
  type Place,
} from './discover-bibliographies.ts'
import { type Files, isText } from './files.ts'
import { findingNote } from './finding-note.ts'
import { networkHost } from './network-hosts.ts'
import { shippedReferences } from './shipped.ts'
import { folderOf, nameOf, relativePath } from './uri.ts'

/** Loads bibliographies and merges them; what did not change since the last time is the same object again. */
export interface LibraryLoader {
  load(place: Place): Promise<Library>
}

export function libraryLoader(readings: BibliographyReadings): LibraryLoader {
  const libraries = new Map<string, { sources: readonly BibliographySource[]; library: Library }>()
  const merge = mergeOnce()

  return {
    async load({ uri, manuscript, surroundings, files, roots }) {
      const place = { uri, manuscript, surroundings, files, roots }
      const load = async (declared: readonly DeclaredBibliography[]): Promise<BibliographySource[]> => {
        const reader = { manuscript: uri, citekeys: () => citekeysOf(manuscript) }
        const loaded = declared.map(one => sourceOf(one, { reader, files, readings }))
        return (await Promise.all(loaded)).map(source => withNote(source, place)).filter(isLastOfItsFile)
      }
      const sources = await load(await discoverBibliographies(place))
      const own = (await load(await discoverLibrary(place))).filter(
        ({ bibliography }) => !bibliography || !sources.some(source => source.bibliography === bibliography),
      )
      const inline = inlineSource(uri, manuscript)
      if (inline) sources.push(inline)
      if (sources.length === 0) sources.push(shippedReferences())

      const before = libraries.get(uri)
      const all = [...sources, ...own]
      if (before && sameSources(before.sources, all)) return before.library
      const library = merge(sources, own)
      libraries.set(uri, { sources: all, library })
      return library
    },
  }
}

const citekeysOf = ({ citations }: Manuscript): ReadonlySet<string> =>
  new Set(citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)))

/** How many merged libraries are kept for other manuscripts that cite from the same bibliographies. */
const MERGES = 8

/**
 * Merges bibliographies once however many manuscripts cite from them: their libraries differ in `sources`, which tell the
 * places in each manuscript, but share their maps, and so whatever is kept by these.
 */
function mergeOnce(): (sources: readonly BibliographySource[], own: readonly BibliographySource[]) => Library {
  let merges: readonly Merge[] = []
  return (sources, own) => {
    const known = merges.find(merge => sameBibliographies(merge.sources, sources) && sameBibliographies(merge.own, own))
    if (known) return { ...known.library, sources, offered: { ...known.library.offered, sources: own } }
    const library = mergeLibrary(sources, [], own)
    merges = [{ sources, own, library }, ...merges.filter(merge => !isOutdated(merge, [...sources, ...own]))].slice(
      0,
      MERGES,
    )
    return library
  }
}

interface Merge {
  readonly sources: readonly BibliographySource[]
  readonly own: readonly BibliographySource[]
  readonly library: Library
}

/** Whether a bibliography in a merge has another version now: the text of the earlier one is not kept for nothing. */
const isOutdated = ({ sources, own }: Merge, now: readonly BibliographySource[]): boolean =>
  [...sources, ...own].some(({ bibliography: before }) =>
    now.some(
      ({ bibliography }) => before && bibliography && before !== bibliography && before.uri === bibliography.uri,
    ),
  )

const sameBibliographies = (before: readonly BibliographySource[], now: readonly BibliographySource[]): boolean =>
  before.length === now.length && before.every((one, index) => one.bibliography === now[index]!.bibliography)

function withNote(source: BibliographySource, { uri, manuscript, surroundings }: Place): BibliographySource {
  const { toolFolders, projectFolder } = surroundings
  const found = findingNote(source, { uri, dialect: manuscript.dialect, toolFolders, projectFolder })
  const notes = [found, source.unread && unreadNote(source)].filter(Boolean)
  return notes.length === 0 ? source : { ...source, note: notes.join(' ') }
}

/** What an author should know of a bibliography that has not been read to its end. */
function unreadNote({ unread, bibliography }: BibliographySource): string {
  const meanwhile = bibliography
    ? 'What was read of it before is used, and a citekey that is not in that is not reported.'
    : 'Until it is read, no citekey is reported as missing.'
  return unread === 'reading'
    ? `It is being read. ${meanwhile}`
    : `Reading it was cancelled. ${meanwhile} “Stroma: Read Bibliographies” starts again, and so does saving the file.`
}

/** A file that is named twice is merged once, at its last place. */
const isLastOfItsFile = (
  { bibliography }: BibliographySource,
  index: number,
  sources: readonly BibliographySource[],
): boolean => !bibliography || !sources.slice(index + 1).some(later => later.bibliography === bibliography)

async function sourceOf(
  { path, declaredIn, span, candidates, glob }: DeclaredBibliography,
  { reader, files, readings }: { reader: Reader; files: Files; readings: BibliographyReadings },
): Promise<BibliographySource> {
  const folder = folderOf(reader.manuscript)
  const source = { path, declaredIn, looked: candidates, ...(span && { span }) }
  if (/^https?:/i.test(path)) {
    const failure = `The bibliography “${path}” is a web address, which Stroma does not fetch; citations are not checked against it.`
    return { ...source, failure, remote: true }
  }
  if (glob)
    return { ...source, failure: `No file answers to “${path}”; it is looked for from the folder of the project.` }
  if (candidates.length === 0) {
    return { ...source, failure: notHere(path, files) }
  }
  for (const candidate of candidates) {
    const file = await files.read(candidate)
    if (isText(file))
      return {
        ...source,
        looked: candidates.slice(0, candidates.indexOf(candidate) + 1),
        ...(await readings.read(candidate, file, reader)),
      }
    if (!file.missing) return { ...source, failure: `The bibliography “${path}” ${file.failure}.` }
  }
  const looked = candidates.map(candidate => relativePath(folder, candidate)).join(', ')
  return {
    ...source,
    failure: `The bibliography “${path}” was not found; looked at ${looked}.${asList(path) || (await alike(candidates[0]!, files))}`,
  }
}

/** Why a path is not looked up. On a share, the author can allow it where there are such paths. */
function notHere(path: string, { reaches }: Files): string {
  const host = reaches && networkHost(path)
  return host
    ? `The bibliography “${path}” is on “${host}”, which Stroma does not ask, since asking tells a host who you are. If you trust it, add it to VS Code’s setting security.allowedUNCHosts (elsewhere, to NODE_UNC_HOST_ALLOWLIST) and start anew, or name the file by a drive letter.`
    : `The bibliography “${path}” is not a file of this machine; save it beside the manuscript and name it here.`
}

/** Several paths in one string, which renderers take for one path. */
const asList = (path: string): string =>
  /\.[a-z]{2,9}\s*,\s*[^\s,]/i.test(path)
    ? ` Several are written as a list: [${path
        .trim()
        .split(/\s*,\s*/)
        .join(', ')}].`
    : ''

/** A file of almost that name in the folder, such as one with another ending. */
async function alike(uri: string, files: Files): Promise<string> {
  const stem = (name: string): string => name.replace(/\.[^.]*$/, '').toLowerCase()
  const near = (await files.list(folderOf(uri))).find(
    name => stem(name) === stem(nameOf(uri)) && /\.(bib|json|ya?ml|ris|nbib|xml)$/i.test(name),
  )
  return near ? ` There is “${near}” in that folder.` : ''
}

const inlineManuscripts = new WeakMap<object, BibliographySource>()

/** `references:` in the front matter. */
function inlineSource(uri: string, { frontMatter, text }: Manuscript): BibliographySource | undefined {
  const { references } = frontMatter
  if (references.length === 0) return undefined
  const known = inlineManuscripts.get(references)
  if (known) return known
  const source: BibliographySource = {
    path: 'references in the front matter',
    declaredIn: 'front-matter',
    looked: [uri],
    bibliography: {
      uri,
      format: 'inline',
      references: inlineReferences(references, uri, text),
      problems: references.flatMap(({ value, span }) =>
        value.id === undefined
          ? [{ message: 'This reference has no “id”, so it cannot be cited. Give it one.', span }]
          : [],
      ),
    },
  }
  inlineManuscripts.set(references, source)
  return source
}

const sameSources = (before: readonly BibliographySource[], now: readonly BibliographySource[]): boolean =>
  before.length === now.length &&
  before.every((one, index) => {
    const other = now[index]!
    return (
      one.bibliography === other.bibliography &&
      one.path === other.path &&
      one.failure === other.failure &&
      one.note === other.note &&
      one.unread === other.unread &&
      one.declaredIn === other.declaredIn &&
      one.span?.start === other.span?.start &&
      one.span?.end === other.span?.end
    )
  })
