import type { RuleSettings } from '../../rules/diagnose.ts'
import type { Diagnostic } from '../../rules/rule.ts'
import { type Problem, slice } from '../../text/span.ts'
import { type Files, isText } from '../../workspace/files.ts'
import { createWorkspace, UnreadableManuscript } from '../../workspace/workspace.ts'
import { pathOf } from '../paths.ts'
import {
  type FileReport,
  type Places,
  placesIn,
  type ReportedFinding,
  type ReportedRelated,
  reportedFix,
  type Source,
  startAndEnd,
} from '../report.ts'

export interface CheckOptions {
  readonly cwd: string
  /** URI of the project file to use whatever stands around the manuscripts. */
  readonly projectFile?: string
  readonly rules: RuleSettings
}

/** What checking one manuscript gave; plain data, so that it can be kept and sent between threads. */
export interface Checked {
  /** The manuscript first, then bibliographies in which something was found. Empty when it is ignored or cannot be read. */
  readonly files: readonly FileReport[]
  /** Whether the project file says not to check it. */
  readonly ignored: boolean
  /** What keeps the run from being sound: the manuscript or the project file cannot be read. For standard error. */
  readonly failures: readonly string[]
  /** What is worth knowing of the project file although it serves. For standard error. */
  readonly notes: readonly string[]
  /** Texts of other files that this rests on, by URI; see the cache. */
  readonly others: readonly string[]
}

export interface Checker {
  check(uri: string): Promise<Checked>
  /** Sets a text that wins over what the disk has. */
  open(uri: string, source: Source): void
}

/** Checks manuscripts one by one; what they share is read once. */
export function createChecker(files: Files, { cwd, projectFile, rules }: CheckOptions): Checker {
  const workspace = createWorkspace(files, { rules, ...(projectFile && { projectFile }) })
  const opened = new Map<string, Source>()

  const sourceOf = async (uri: string): Promise<Source> => {
    const source = opened.get(uri)
    if (source) return source
    const file = await files.read(uri)
    return isText(file) ? file : { text: '', bom: false }
  }

  return {
    open(uri, source) {
      opened.set(uri, source)
      workspace.open(uri, source.text)
    },

    async check(uri) {
      try {
        const inspection = await workspace.inspect(uri)
        const diagnostics = workspace.findings(inspection)
        const { ignored, projectFile } = inspection
        const places = placesCache(sourceOf)
        const inProjectFile = async ({ message, span }: Problem) => {
          const { line, column } = (await places(projectFile!)).placeOf(span.start)
          return `${pathOf(projectFile!, cwd)}:${line}:${column}: ${message}`
        }
        const failures = await Promise.all(inspection.configurationProblems.map(inProjectFile))
        const notes = await Promise.all(inspection.configurationNotes.map(inProjectFile))
        if (ignored) return { files: [], ignored, failures, notes, others: [] }
        return {
          files: await reports(uri, diagnostics, places, cwd),
          ignored,
          failures,
          notes,
          others: workspace.dependencies(uri),
        }
      } catch (error) {
        if (!(error instanceof UnreadableManuscript)) throw error
        return { files: [], ignored: false, failures: [`${pathOf(uri, cwd)} ${error.message}.`], notes: [], others: [] }
      }
    },
  }
}

type PlacesOf = (uri: string) => Promise<Places & { readonly text: string }>

function placesCache(sourceOf: (uri: string) => Promise<Source>): PlacesOf {
  const known = new Map<string, Promise<Places & { readonly text: string }>>()
  return uri => {
    const places = known.get(uri) ?? sourceOf(uri).then(source => ({ ...placesIn(source), text: source.text }))
    known.set(uri, places)
    return places
  }
}

/** One report for the manuscript, found or not, and one for every other file that a finding is in. */
async function reports(
  uri: string,
  diagnostics: readonly Diagnostic[],
  places: PlacesOf,
  cwd: string,
): Promise<FileReport[]> {
  const uris = [...new Set([uri, ...diagnostics.map(diagnostic => diagnostic.uri)])]
  return Promise.all(
    uris.map(async file => {
      const inFile = diagnostics.filter(diagnostic => diagnostic.uri === file)
      const findings = await Promise.all(inFile.map(diagnostic => reported(diagnostic, places, cwd)))
      const { line } = await places(file)
      const numbers = new Set(
        findings.flatMap(({ start, end, fixes }) => [
          start.line,
          end.line,
          ...fixes.flatMap(({ edits }) => edits.flatMap(edit => [edit.start.line, edit.end.line])),
        ]),
      )
      return {
        path: pathOf(file, cwd),
        findings,
        lines: Object.fromEntries([...numbers].map(number => [number, line(number)])),
      }
    }),
  )
}

/** Longer texts than this tell no more about what a finding is about. */
const EXCERPT = 200

async function reported(
  { rule, severity, message, span, uri, fixes = [], related = [] }: Diagnostic,
  places: PlacesOf,
  cwd: string,
): Promise<ReportedFinding> {
  const here = await places(uri)
  return {
    rule,
    severity,
    message,
    ...startAndEnd(span, here),
    excerpt: slice(here.text, span).slice(0, EXCERPT),
    fixes: fixes.map(fix => reportedFix(fix, here)),
    related: await Promise.all(
      related.map(
        async ({ message, location }): Promise<ReportedRelated> => ({
          message,
          path: pathOf(location.uri, cwd),
          ...startAndEnd(location.span, await places(location.uri)),
        }),
      ),
    ),
  }
}
