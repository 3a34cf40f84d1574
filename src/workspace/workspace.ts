import type { Analysis, Project } from '../analysis/analysis.ts'
import { outlineOf } from '../analysis/outline.ts'
import { type Configuration, mergeRules, NO_CONFIGURATION } from '../config/configuration.ts'
import { configurationFromData, type ReadConfiguration, readConfiguration } from '../config/read-configuration.ts'
import type { LexiconSource } from '../lexicon/lexicon-source.ts'
import { mentionsAgain } from '../lexicon/mentions-again.ts'
import { findAbbreviations } from '../manuscript/abbreviations.ts'
import { detectDialect } from '../manuscript/dialects/detect-dialect.ts'
import { readFrontMatter } from '../manuscript/front-matter.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'
import { readManuscript } from '../manuscript/read-manuscript.ts'
import { diagnose, type RuleSettings } from '../rules/diagnose.ts'
import type { Diagnostic } from '../rules/rule.ts'
import { lazy } from '../text/memo.ts'
import type { Problem, Span } from '../text/span.ts'
import { type Beside, bibliographyReadings } from './bibliography-readings.ts'
import { cachedFiles } from './cached-files.ts'
import { withEncodingProblem } from './encoding-problem.ts'
import { type Files, type FileText, isText } from './files.ts'
import { filesNamed } from './files-named.ts'
import { listManuscripts } from './list-manuscripts.ts'
import { type CitationStyleSource, citationStyleLoader } from './load-citation-style.ts'
import { lexiconLoader } from './load-lexicon.ts'
import { libraryLoader } from './load-library.ts'
import { withRetractions } from './load-retractions.ts'
import { configurationFor, isIgnored, type Surroundings, surroundings } from './project.ts'
import { projectLists } from './project-lists.ts'
import { relatedManuscripts } from './related-manuscripts.ts'
import { folderOf, isLocalPath, resolveUri } from './uri.ts'

export interface WorkspaceOptions {
  /** Folders, with a slash at the end, above which nothing is looked for. */
  readonly roots?: readonly string[]
  /** A project file to use whatever stands around a manuscript. */
  readonly projectFile?: string
  /** Rule settings laid over those of the project, such as `--rule` gives. */
  readonly rules?: RuleSettings
  /** Is told of a file on disk whose change has come to rest after it was told of: ask again. */
  readonly onSettled?: (uri: string) => void
  /** How bibliographies are read beside other work; without it, everything waits for them. */
  readonly beside?: Beside | undefined
}

/** Everything known of one manuscript and of what was read for it. */
export interface Inspection {
  readonly analysis: Analysis
  readonly configuration: Configuration
  /** Whether the project file says not to check this manuscript. */
  readonly ignored: boolean
  readonly projectFile?: string
  /** Files of the tools that render it, upward from it. */
  readonly toolFiles: readonly string[]
  readonly configurationProblems: readonly Problem[]
  /** What is worth knowing of what the project file names, although it serves. */
  readonly configurationNotes: readonly Problem[]
  readonly lexicons: readonly LexiconSource[]
  /** The lists of retracted works and of gene symbols that were looked at. */
  readonly lists: readonly string[]
  readonly citationStyle?: CitationStyleSource | undefined
}

/** The texts of a workspace and what follows from them. All else is computed when asked for and kept while its inputs stay. */
export interface Workspace {
  /** Sets the text of a document that is open in an editor: it wins over the disk until closed. */
  open(uri: string, text: string): void
  close(uri: string): void
  /** Says that files were changed, made or deleted on disk. */
  filesChanged(uris: readonly string[]): void
  /** Settings of the editor, in the shape of a project file; the project file wins. */
  configure(settings: unknown): readonly Problem[]
  inspect(uri: string): Promise<Inspection>
  analysis(uri: string): Promise<Analysis>
  /** Milliseconds that reading the text of a manuscript took last. */
  cost(uri: string): number
  /** Findings on a manuscript and its bibliographies; none when the project file ignores it. */
  diagnose(uri: string): Promise<readonly Diagnostic[]>
  /** The same, of a manuscript that has been inspected. */
  findings(inspection: Inspection): readonly Diagnostic[]
  /** The files that the last analysis of a manuscript looked at or looked for, besides itself. */
  dependencies(uri: string): readonly string[]
  /**
   * Lets go of what is known of a manuscript that will not be asked about soon. What is rendered together with others is
   * kept, since they look at it.
   */
  forget(uri: string): void
  /** What a link that a manuscript depends on leads to; nothing where it is no link. */
  target(uri: string): Promise<string | undefined>
  /** The text of a file: of an open document, else of the disk; nothing when it cannot be read. */
  text(uri: string): Promise<string | undefined>
  /** The same, with what is said of a file that cannot be read; the same object for as long as it has not changed. */
  file(uri: string): Promise<FileText>
  /** Has bibliographies read again whose reading was cancelled, when they are asked for. */
  readAgain(): void
  /** Gives up all work that is being done beside. */
  stop(): void
  /** The manuscripts in the roots and the folders under them. */
  manuscripts(): Promise<readonly string[]>
}

/** Thrown when the manuscript itself cannot be read; the message is for the author. */
export class UnreadableManuscript extends Error {}

export function createWorkspace(
  disk: Files,
  { roots = [], projectFile, rules, onSettled, beside }: WorkspaceOptions = {},
): Workspace {
  const files = cachedFiles(disk, onSettled)
  const readings = bibliographyReadings(beside)
  const libraries = libraryLoader(readings)
  const loadLists = projectLists()
  const citationStyles = citationStyleLoader()
  const lexicons = lexiconLoader()
  const manuscripts = new Map<string, { text: string; manuscript: Manuscript; cost: number }>()
  const matchers = new Map<string, ReturnType<typeof mentionsAgain>>()
  const inspections = new Map<string, Inspection>()
  const configurations = new Map<string, { text: string; read: ReadConfiguration }>()
  let editor = NO_CONFIGURATION

  const readConfigurationOf = (uri: string, text: string): ReadConfiguration => {
    const known = configurations.get(uri)
    if (known?.text === text) return known.read
    const read = readConfiguration(text)
    configurations.set(uri, { text, read })
    return read
  }

  const around = (uri: string): Promise<Surroundings> =>
    surroundings(uri, { files, roots, editor, projectFile, read: readConfigurationOf })

  const manuscriptOf = (uri: string, text: string, around: Surroundings): Manuscript => {
    const known = manuscripts.get(uri)
    const frontMatter = known && sameHead(known.manuscript, text) ? known.manuscript.frontMatter : readFrontMatter(text)
    const dialect =
      configurationFor(uri, around).dialect ??
      detectDialect({ path: uri, frontMatter, projectFiles: around.toolFiles, text })
    if (known && known.text === text && known.manuscript.dialect === dialect) return known.manuscript
    const start = performance.now()
    const manuscript = readManuscript(
      text,
      dialect,
      known?.manuscript.dialect === dialect ? known.manuscript : undefined,
      frontMatter,
    )
    manuscripts.set(uri, { text, manuscript, cost: performance.now() - start })
    return manuscript
  }

  const mentionsOf = (uri: string): ReturnType<typeof mentionsAgain> => {
    let matcher = matchers.get(uri)
    if (!matcher) matchers.set(uri, (matcher = mentionsAgain()))
    return matcher
  }

  const otherManuscripts = async (
    uri: string,
    manuscript: Manuscript,
    around: Surroundings,
  ): Promise<Project['others']> => {
    const others: Project['others'][number][] = []
    for (const other of await relatedManuscripts(uri, manuscript.dialect, around, files)) {
      const file = await files.read(other)
      if (isText(file)) others.push({ uri: other, outline: outlineOf(manuscriptOf(other, file.text, around)) })
    }
    return others
  }

  const workspace: Workspace = {
    manuscripts: () => listManuscripts(files, roots),

    async text(uri) {
      const file = await files.read(uri)
      return isText(file) ? file.text : undefined
    },

    file: uri => files.read(uri),

    open: (uri, text) => files.open(uri, text),
    close: uri => files.close(uri),
    filesChanged: uris => files.changed(uris),
    readAgain: readings.again,
    stop: readings.stop,

    configure(settings) {
      const { configuration, problems } = configurationFromData(settings)
      editor = configuration
      return problems
    },

    async inspect(uri) {
      const file: FileText = await files.read(uri)
      if (!isText(file)) throw new UnreadableManuscript(file.failure)
      const place = await around(uri)
      const manuscript = withEncodingProblem(manuscriptOf(uri, file.text, place), file)
      const configuration = configurationFor(uri, place)
      const surroundings = { ...place, configuration }
      const loaded = await libraries.load({ uri, manuscript, surroundings, files, roots })
      const citationStyle = await citationStyles.load({ uri, manuscript, surroundings, files, roots })
      const lists = await loadLists(uri, place, files)
      const library = withRetractions(loaded, lists.retractions)
      const { lexicon, sources } = await lexicons.load({ uri, manuscript, surroundings: place, files })
      const others = await otherManuscripts(uri, manuscript, place)
      const existing = await filesNamed(uri, manuscript, place, files)

      const abbreviations = lazy(() => findAbbreviations(manuscript))
      const mentions = lazy(() =>
        mentionsOf(uri)(lexicon, manuscript.prose, new Map(abbreviations().map(({ short, long }) => [short, long]))),
      )
      const analysis: Analysis = {
        uri,
        manuscript,
        library,
        citationStyle: citationStyle?.style,
        lexicon,
        lexiconSources: sources,
        geneSymbols: lists.geneSymbols,
        project: { others, fileExists: path => existing.get(path) },
        get abbreviations() {
          return abbreviations()
        },
        get mentions() {
          return mentions()
        },
      }
      const inspection: Inspection = {
        analysis,
        configuration,
        ignored: isIgnored(uri, place),
        configurationProblems: [...place.problems, ...lists.problems, ...lexiconProblems(sources)],
        configurationNotes: lexiconNotes(sources),
        lexicons: sources,
        lists: lists.looked,
        citationStyle,
        toolFiles: place.toolFiles,
        ...(place.projectFile && { projectFile: place.projectFile }),
      }
      inspections.set(uri, inspection)
      return inspection
    },

    analysis: async uri => (await workspace.inspect(uri)).analysis,

    cost: uri => manuscripts.get(uri)?.cost ?? 0,

    diagnose: async uri => workspace.findings(await workspace.inspect(uri)),

    findings: ({ analysis, configuration, ignored }) =>
      ignored ? [] : diagnose(analysis, rules ? mergeRules(configuration.rules, rules) : configuration.rules),

    forget(uri) {
      if (inspections.get(uri)?.analysis.project.others.length) return
      for (const known of [manuscripts, matchers, inspections]) known.delete(uri)
    },

    target: uri => files.target(uri, roots),

    dependencies(uri) {
      const inspection = inspections.get(uri)
      if (!inspection) return []
      const { analysis, lexicons, lists, citationStyle, projectFile, toolFiles } = inspection
      const { images, links } = analysis.manuscript
      const named = [...images, ...links].flatMap(({ destination }) => destination?.value.replace(/[?#].*$/, '') || [])
      return [
        ...[...analysis.library.sources, ...analysis.library.offered.sources].flatMap(({ looked, declaredIn }) =>
          declaredIn === 'built-in' ? [] : looked,
        ),
        ...lexicons.flatMap(({ uri, looked }) => (uri === undefined ? [] : [uri, ...looked])),
        ...lists,
        ...(citationStyle?.looked ?? []),
        ...analysis.project.others.map(other => other.uri),
        ...(projectFile ? [projectFile] : []),
        ...toolFiles,
        ...named.filter(isLocalPath).map(path => resolveUri(folderOf(uri), path)),
      ].filter(other => other !== uri)
    },
  }
  return workspace
}

const NOWHERE: Span = { start: 0, end: 0 }

/** Lexicons that the project file names and that cannot be used, or not as it says. */
const lexiconProblems = (sources: readonly LexiconSource[]): Problem[] =>
  sources.flatMap(({ declaredIn, failure, complaint, span = NOWHERE }) =>
    declaredIn === 'configuration' ? [failure, complaint].flatMap(message => (message ? [{ message, span }] : [])) : [],
  )

const lexiconNotes = (sources: readonly LexiconSource[]): Problem[] =>
  sources.flatMap(({ declaredIn, note, span = NOWHERE }) =>
    declaredIn === 'configuration' && note !== undefined ? [{ message: note, span }] : [],
  )

/** Whether a text begins with the front matter that was read before, or with none as before. */
const sameHead = ({ text: before, frontMatter: { span } }: Manuscript, text: string): boolean =>
  span
    ? text.startsWith(before.slice(0, span.end)) && /^[\r\n]|^$/.test(text.slice(span.end, span.end + 1))
    : !text.startsWith('---')
