import type { RuleSettings } from '../../rules/diagnose.ts'
import type { Diagnostic } from '../../rules/rule.ts'
import { memoByObject } from '../../text/memo.ts'
import { type Problem, slice } from '../../text/span.ts'
import type { Files } from '../../workspace/files.ts'
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
  /** Lets go of a manuscript that will not be checked again. */
  forget(uri: string): void
  /** Sets a text that wins over what the disk has. */
  open(uri: string, source: Source): void
}

/** Checks manuscripts one by one; what they share is read once. */
export function createChecker(files: Files, { cwd, projectFile, rules }: CheckOptions): Checker {
  const workspace = createWorkspace(files, { rules, ...(projectFile && { projectFile }) })
  const opened = new Map<string, Source>()

  const places = async (uri: string): Promise<SourcePlaces> => {
    const file = opened.get(uri) ?? (await workspace.file(uri))
    return placesOf('text' in file ? file : NO_SOURCE)
  }

  return {
    open(uri, source) {
      opened.set(uri, source)
      workspace.open(uri, source.text)
    },

    forget: uri => workspace.forget(uri),

    async check(uri) {
      try {
        const inspection = await workspace.inspect(uri)
        const diagnostics = workspace.findings(inspection)
        const { ignored, projectFile } = inspection
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

type SourcePlaces = Places & { readonly text: string }

const NO_SOURCE: Source = { text: '', bom: false }

/** The places in a file, found once: many manuscripts have findings in one bibliography. */
const placesOf = memoByObject((source: Source): SourcePlaces => ({ ...placesIn(source), text: source.text }))

/** One report for the manuscript, found or not, and one for every other file that a finding is in. */
async function reports(
  uri: string,
  diagnostics: readonly Diagnostic[],
  places: (uri: string) => Promise<SourcePlaces>,
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
  places: (uri: string) => Promise<SourcePlaces>,
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
