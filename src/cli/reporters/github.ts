import type { FileReport, ReportedFinding } from '../report.ts'
import type { Reporter } from './index.ts'

/** Workflow commands, which GitHub Actions shows beside the lines of a pull request. It shows ten of a kind, so errors come first. */
export const github: Reporter = ({ files }) => {
  const all = files.flatMap(file => file.findings.map(finding => ({ file, finding })))
  const ordered = SEVERITIES.flatMap(severity => all.filter(({ finding }) => finding.severity === severity))
  return ordered.map(({ file, finding }) => `${command(file, finding)}\n`).join('')
}

const SEVERITIES = ['error', 'warning', 'info'] as const

function command({ path }: FileReport, { rule, severity, message, start, end }: ReportedFinding): string {
  const properties = [
    `file=${property(path)}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    `col=${start.column}`,
    ...(start.line === end.line ? [`endColumn=${end.column}`] : []),
    `title=${property(rule)}`,
  ]
  return `::${severity === 'info' ? 'notice' : severity} ${properties.join(',')}::${data(message)}`
}

/** A message, escaped so that it cannot begin a command of its own. */
const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
