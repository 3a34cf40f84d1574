import { fingerprinted } from '../fingerprint.ts'
import type { Reporter } from './index.ts'

/** GitLab's Code Quality report. */
export const gitlab: Reporter = ({ files }) => {
  const issues = files.flatMap(file =>
    fingerprinted(file).map(([{ rule, severity, message, start, end }, fingerprint]) => ({
      description: message,
      check_name: rule,
      fingerprint,
      severity: SEVERITIES[severity],
      location: { path: file.path, lines: { begin: start.line, end: end.line } },
    })),
  )
  return `${JSON.stringify(issues, undefined, 2)}\n`
}

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' }
