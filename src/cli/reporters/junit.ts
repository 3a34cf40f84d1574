import type { FileReport, ReportedFinding } from '../report.ts'
import type { Reporter } from './index.ts'
import { escapeXml } from './xml.ts'

/** JUnit's XML: a suite for each file, a failed test for each finding, and a passed one for a file without findings. */
export const junit: Reporter = ({ files }) => {
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0)
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="stroma" tests="${tests}" failures="${failures}">`,
    ...files.flatMap(suite),
    '</testsuites>',
    '',
  ].join('\n')
}

function suite({ path, findings }: FileReport): string[] {
  const name = escapeXml(path)
  const cases = findings.length > 0 ? findings.map(finding => failed(name, finding)) : [passed(name)]
  return [
    `  <testsuite name="${name}" tests="${cases.length}" failures="${findings.length}" errors="0">`,
    ...cases,
    '  </testsuite>',
  ]
}

const passed = (name: string): string => `    <testcase name="stroma" classname="${name}"/>`

function failed(name: string, { rule, severity, message, start }: ReportedFinding): string {
  const place = `line ${start.line}, column ${start.column}`
  const failure = `<failure type="${severity}" message="${escapeXml(message)}">${place}: ${escapeXml(message)}</failure>`
  return `    <testcase name="${escapeXml(rule)} (${place})" classname="${name}">${failure}</testcase>`
}
