import type { FileReport, ReportedFinding } from '../report.ts'
import type { Checked } from './check.ts'

/**
 * The reports of all manuscripts as one, in order of path; what several manuscripts say of one bibliography is said once.
 */
export function mergeReports(checked: readonly Checked[]): readonly FileReport[] {
  const merged = new Map<string, { readonly report: FileReport; readonly findings: Map<string, ReportedFinding> }>()
  for (const report of checked.flatMap(({ files }) => files)) {
    const known = merged.get(report.path)
    const findings = known?.findings ?? new Map<string, ReportedFinding>()
    for (const finding of report.findings) {
      const key = JSON.stringify([finding.rule, finding.start.offset, finding.end.offset, finding.message])
      if (!findings.has(key)) findings.set(key, finding)
    }
    const lines = { ...known?.report.lines, ...report.lines }
    merged.set(report.path, { report: { ...known?.report, ...report, lines }, findings })
  }
  return [...merged.values()]
    .map(({ report, findings }) => ({ ...report, findings: [...findings.values()].sort(byPlace) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

const byPlace = (a: ReportedFinding, b: ReportedFinding): number =>
  a.start.offset - b.start.offset || a.end.offset - b.end.offset || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
