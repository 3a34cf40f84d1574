import type { FileReport, Place, ReportedFinding, ReportedFix } from '../report.ts'
import type { Reporter } from './index.ts'

/** Reviewdog's diagnostic format; unlike the others it counts columns in bytes of UTF-8. */
export const rdjson: Reporter = ({ files }) => {
  const diagnostics = files.flatMap(file => file.findings.map(finding => diagnosticOf(file, finding)))
  return `${JSON.stringify({ source: { name: 'stroma' }, diagnostics }, undefined, 2)}\n`
}

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

function diagnosticOf(file: FileReport, { rule, severity, message, start, end, fixes }: ReportedFinding) {
  const suggestions = fixes.slice(0, 1).flatMap(fix => suggestionsOf(file, fix))
  return {
    message,
    location: { path: file.path, range: range(file, start, end) },
    severity: SEVERITIES[severity],
    code: { value: rule },
    ...(suggestions.length > 0 && { suggestions }),
  }
}

const suggestionsOf = (file: FileReport, { edits }: ReportedFix) =>
  edits.map(({ start, end, newText }) => ({ range: range(file, start, end), text: newText }))

const range = (file: FileReport, start: Place, end: Place) => ({ start: inBytes(file, start), end: inBytes(file, end) })

function inBytes({ lines }: FileReport, { line, column }: Place) {
  const before = (lines[line] ?? '').slice(0, column - 1)
  return { line, column: Buffer.byteLength(before, 'utf8') + 1 }
}
