import type { Fix, Severity } from '../rules/rule.ts'
import { lineIndex, type Position } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'

/** A place in a file: line and column from 1, offset from 0, in UTF-16 units, a byte order mark counted as one. */
export interface Place extends Position {
  readonly offset: number
}

export interface ReportedFix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly { readonly start: Place; readonly end: Place; readonly newText: string }[]
}

export interface ReportedRelated {
  readonly message: string
  readonly path: string
  readonly start: Place
  readonly end: Place
}

/** A finding as it is reported, free of everything that only the run knows. */
export interface ReportedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly start: Place
  readonly end: Place
  /** The text that it is about. */
  readonly excerpt: string
  readonly fixes: readonly ReportedFix[]
  readonly related: readonly ReportedRelated[]
}

/** A file that was checked, or a bibliography in which something was found. */
export interface FileReport {
  /** Relative to the working directory, with forward slashes. */
  readonly path: string
  readonly findings: readonly ReportedFinding[]
  /** The text with the safe fixes made, when it was asked for and differs. */
  readonly output?: string
  /** Lines that findings stand on, by number, without their line ends. */
  readonly lines: Readonly<Record<number, string>>
}

export interface Summary {
  readonly files: number
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export interface Report {
  readonly files: readonly FileReport[]
  readonly summary: Summary
}

export const reportOf = (files: readonly FileReport[]): Report => ({ files, summary: summarise(files) })

export function summarise(files: readonly FileReport[]): Summary {
  const count = (severity: Severity): number =>
    files.reduce((sum, { findings }) => sum + findings.filter(finding => finding.severity === severity).length, 0)
  return { files: files.length, errors: count('error'), warnings: count('warning'), infos: count('info') }
}

/** A file's text as the core sees it, and whether a byte order mark stands before it in the file. */
export interface Source {
  readonly text: string
  readonly bom: boolean
}

/** Turns spans of the core into places in the file. */
export interface Places {
  placeOf(offset: number): Place
  /** The line of that number, with a byte order mark if it has one. */
  line(number: number): string
}

export function placesIn({ text, bom }: Source): Places {
  const whole = bom ? `\ufeff${text}` : text
  const index = lineIndex(whole)
  return {
    placeOf(offset) {
      const inFile = Math.max(0, Math.min(offset, text.length)) + (bom && offset > 0 ? 1 : 0)
      return { ...index.positionAt(inFile), offset: inFile }
    },
    line(number) {
      const start = index.offsetAt({ line: number, column: 1 })
      return whole.slice(start, index.offsetAt({ line: number + 1, column: 1 })).replace(/[\r\n]+$/, '')
    },
  }
}

export const reportedFix = ({ title, safe, edits }: Fix, places: Places): ReportedFix => ({
  title,
  safe,
  edits: edits.map(({ span, newText }) => ({ ...startAndEnd(span, places), newText })),
})

export const startAndEnd = ({ start, end }: Span, { placeOf }: Places): { start: Place; end: Place } => ({
  start: placeOf(start),
  end: placeOf(Math.max(start, end)),
})
