import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { DIALECTS, interpret } from '../../../src/manuscript/dialects/interpret.ts'
import { readFrontMatter } from '../../../src/manuscript/front-matter.ts'
import { readMyst } from '../../../src/manuscript/myst/read-myst.ts'

const ORACLE = '../shared/oracles/myst-parser-1.7.3.jsonl'

/** What myst-parser makes of an input: `[mode, key, partial, prefix, suffix]` of a citation, or another node and its label. */
type Verdict = readonly (string | null)[]

function verdicts(md: string): Verdict[] {
  const frontMatter = readFrontMatter(md)
  const reading = readMyst(md, frontMatter)
  const { crossReferences, labels } = interpret(md, reading, frontMatter, DIALECTS.myst)
  const cited = reading.citations.flatMap(({ mode, items }) =>
    items.map(({ citekey, prefix, suffix, suppressAuthor }) => [
      mode,
      citekey || null,
      suppressAuthor ? 'year' : '',
      prefix ? JSON.stringify(prefix) : '',
      suffix.trim().replace(/^,\s*/, '') ? JSON.stringify(suffix.trim().replace(/^,\s*/, '')) : '',
    ]),
  )
  const roles = crossReferences.flatMap(({ form, label }, index) =>
    form === 'role' ? [['crossReference', label, reading.roles[index]!.name]] : [],
  )
  const links = reading.links.flatMap(({ destination }) =>
    destination?.value.startsWith('#') ? [['link', destination.value, '']] : [],
  )
  const defined = new Set(reading.footnotes.definitions.map(({ label }) => label))
  const notes = reading.footnotes.references.flatMap(({ label }) =>
    defined.has(label) ? [['footnoteReference', label, '']] : [],
  )
  const targets = labels.flatMap(({ label, span }) =>
    md[span.start - 1] === '(' && md[span.end + 1] === '=' ? [['mystTarget', label, '']] : [],
  )
  return [...cited, ...roles, ...links, ...notes, ...targets]
}

describe('MyST, as myst-parser reads it', () => {
  before(function () {
    if (!existsSync(ORACLE)) this.skip()
  })

  it('agrees on every input of the oracle', () => {
    const lines = readFileSync(ORACLE, 'utf8').trim().split('\n')
    const differences = lines
      .map(line => JSON.parse(line) as { md: string; myst: Verdict[] })
      .map(({ md, myst }) => ({ md, expected: myst, actual: verdicts(md) }))
      .filter(({ expected, actual }) => JSON.stringify(expected) !== JSON.stringify(actual))
    assert.deepEqual(differences, [])
    assert.ok(lines.length > 200)
  })
})
