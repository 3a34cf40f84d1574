import { version } from '../../../package.json'
import { RULES } from '../../rules/index.ts'
import type { Rule, Severity } from '../../rules/rule.ts'
import { fingerprinted } from '../fingerprint.ts'
import type { FileReport, Place, ReportedFinding, ReportedFix } from '../report.ts'
import type { Reporter } from './index.ts'

/** SARIF 2.1.0 (OASIS), as code scanning reads it. */
export const sarif: Reporter = ({ files }) => {
  const driver = {
    name: 'Stroma',
    version,
    semanticVersion: version,
    rules: RULES.map(ruleOf),
  }
  const results = files.flatMap(file => fingerprinted(file).map(([finding, print]) => resultOf(file, finding, print)))
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

const LEVELS: Record<Severity | 'off', string> = { error: 'error', warning: 'warning', info: 'note', off: 'none' }

const ruleOf = ({ id, summary, why, severity }: Rule) => ({
  id,
  shortDescription: { text: summary },
  fullDescription: { text: `${summary} ${why}` },
  help: { text: `${why} “stroma explain ${id}” shows examples and options.` },
  defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
})

function resultOf(file: FileReport, finding: ReportedFinding, fingerprint: string) {
  const { rule, severity, message, start, end, fixes, related } = finding
  const index = RULES.findIndex(({ id }) => id === rule)
  return {
    ruleId: rule,
    ...(index >= 0 && { ruleIndex: index }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [location(file.path, start, end)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        ...location(other.path, other.start, other.end),
      })),
    }),
    partialFingerprints: { 'stroma/v1': fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map(fix => fixOf(file.path, fix)) }),
  }
}

const location = (path: string, start: Place, end: Place) => ({
  physicalLocation: { artifactLocation: { uri: relativeUri(path) }, region: region(start, end) },
})

const region = (start: Place, end: Place) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  charOffset: start.offset,
  charLength: end.offset - start.offset,
})

const fixOf = (path: string, { title, edits }: ReportedFix) => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: { uri: relativeUri(path) },
      replacements: edits.map(({ start, end, newText }) => ({
        deletedRegion: region(start, end),
        insertedContent: { text: newText },
      })),
    },
  ],
})

const relativeUri = (path: string): string =>
  path
    .split('/')
    .map(part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/')
