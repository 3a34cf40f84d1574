import { type FileReport, placesIn, type Report, reportedFix, reportOf, startAndEnd } from '../../../src/cli/report.ts'
import { REPORTERS, type Reporter } from '../../../src/cli/reporters/index.ts'
import type { Fix, Severity } from '../../../src/rules/rule.ts'

interface Found {
  readonly about: string
  readonly message: string
  readonly rule?: string
  readonly severity?: Severity
  readonly fixes?: readonly Fix[]
}

/** The report on one file, with a finding on the first place where each text stands. */
export function fileReport(path: string, whole: string, found: readonly Found[]): FileReport {
  const bom = whole.startsWith('\ufeff')
  const text = bom ? whole.slice(1) : whole
  const places = placesIn({ text, bom })
  const findings = found.map(
    ({ about, message, rule = 'unresolved-citation', severity = 'error' as const, fixes = [] }) => {
      const start = text.indexOf(about)
      const span = { start, end: start + about.length }
      return {
        rule,
        severity,
        message,
        ...startAndEnd(span, places),
        excerpt: about,
        fixes: fixes.map(fix => reportedFix(fix, places)),
        related: [],
      }
    },
  )
  const lines = Object.fromEntries(
    findings.flatMap(({ start, end }) => [start.line, end.line].map(n => [n, places.line(n)])),
  )
  return { path, findings, lines }
}

export const write = (name: string, ...files: FileReport[]): string =>
  (REPORTERS.get(name) as Reporter)(reportOf(files) satisfies Report, (_style, text) => text)
