import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { RULES } from '../../../src/rules/index.ts'
import { fileReport, write } from './report.ts'

const load = createRequire(import.meta.url)

const fix = { title: 'Cite “b” instead', safe: false, edits: [{ span: { start: 3, end: 4 }, newText: 'b' }] }
const found = [
  { about: '@a', message: 'No reference.', fixes: [fix] },
  { about: '@c', message: 'No reference.', severity: 'info' as const },
]
const moved = (before: string) => {
  const log = JSON.parse(write('sarif', fileReport('part 1/µ.md', `${before} [@a; @c]`, found)))
  return log.runs[0]
}

describe('the sarif format', () => {
  it('is valid by the schema of SARIF 2.1.0', () => {
    const { $schema: _draft, id: _id, ...rest } = load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, logger: false }).compile(
      rest,
    )
    assert.ok(
      validate(JSON.parse(write('sarif', fileReport('µ 1.md', ' [@a; @c]', found)))),
      JSON.stringify(validate.errors),
    )
    assert.ok(!validate({ version: '2.1.0' }), 'the schema has to tell a wrong log from a right one')
  })

  it('counts in UTF-16 units and says so', () => {
    const { columnKind, results } = moved('🧫')
    assert.equal(columnKind, 'utf16CodeUnits')
    const { region, artifactLocation } = results[0].locations[0].physicalLocation
    assert.deepEqual([region.startColumn, region.endColumn, region.charOffset, region.charLength], [5, 7, 4, 2])
    assert.equal(artifactLocation.uri, 'part%201/%C2%B5.md')
  })

  it('describes every rule', () => {
    const { tool, results } = moved('')
    assert.deepEqual(
      tool.driver.rules.map((rule: { id: string }) => rule.id),
      RULES.map(rule => rule.id),
    )
    assert.equal(tool.driver.rules[results[0].ruleIndex].id, 'unresolved-citation')
  })

  it('gives a finding the same fingerprint when the text above it grows', () => {
    const prints = (before: string) =>
      moved(before)
        .results.map((one: object) => JSON.stringify(one))
        .map(printOf)
    assert.deepEqual(prints('\n\nMore text.\n\n'), prints(''))
    assert.equal(new Set(prints('')).size, 2)
  })
})

const printOf = (result: string): string => JSON.parse(result).partialFingerprints['stroma/v1']
