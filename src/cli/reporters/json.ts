import type { FileReport, Place, ReportedFinding, ReportedFix } from '../report.ts'
import type { Reporter } from './index.ts'

/** Stroma's own JSON, version 1. Columns and offsets are in UTF-16 units; a byte order mark in the file counts as one. */
export const json: Reporter = ({ files, summary }) =>
  `${JSON.stringify({ version: 1, files: files.map(fileOf), summary }, undefined, 2)}\n`

const fileOf = ({ path, findings, output }: FileReport) => ({
  path,
  findings: findings.map(findingOf),
  ...(output !== undefined && { output }),
})

const findingOf = ({ rule, severity, message, start, end, fixes, related }: ReportedFinding) => ({
  rule,
  severity,
  message,
  start: place(start),
  end: place(end),
  fixes: fixes.map(fixOf),
  ...(related.length > 0 && {
    related: related.map(other => ({
      message: other.message,
      path: other.path,
      start: place(other.start),
      end: place(other.end),
    })),
  }),
})

const fixOf = ({ title, safe, edits }: ReportedFix) => ({
  title,
  safe,
  edits: edits.map(edit => ({ start: place(edit.start), end: place(edit.end), newText: edit.newText })),
})

const place = ({ line, column, offset }: Place): Place => ({ line, column, offset })
