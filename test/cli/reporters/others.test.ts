import assert from 'node:assert/strict'
import { fileReport, write } from './report.ts'

const file = fileReport('part/µ,1.md', 'µ [@a; @b]', [
  { about: '@b', message: '100 % “b”:\r\n::error::pwned', severity: 'warning', rule: 'w' },
  { about: '@a', message: 'No <“a”> & \u0001\u{1f9eb}.' },
])
const clean = fileReport('clean.md', '', [])

describe('the github format', () => {
  it('writes one command a finding, errors first, and lets no message begin another', () => {
    assert.deepEqual(write('github', file, clean).split('\n'), [
      '::error file=part/µ%2C1.md,line=1,endLine=1,col=4,endColumn=6,title=unresolved-citation::No <“a”> & \u0001🧫.',
      '::warning file=part/µ%2C1.md,line=1,endLine=1,col=8,endColumn=10,title=w::100 %25 “b”:%0D%0A::error::pwned',
      '',
    ])
  })
})

describe('the gitlab format', () => {
  it('has what Code Quality needs', () => {
    const [first] = JSON.parse(write('gitlab', file))
    const { fingerprint, ...rest } = first
    assert.match(fingerprint, /^[0-9a-f]{32}$/)
    assert.deepEqual(rest, {
      description: '100 % “b”:\r\n::error::pwned',
      check_name: 'w',
      severity: 'minor',
      location: { path: 'part/µ,1.md', lines: { begin: 1, end: 1 } },
    })
  })

  it('gives findings that look alike fingerprints of their own, whatever their lines', () => {
    const twice = [
      { about: '@a', message: 'No.' },
      { about: '@a', message: 'No.' },
    ]
    const prints = (text: string) =>
      JSON.parse(write('gitlab', fileReport('a.md', text, twice), fileReport('b.md', text, twice))).map(
        (issue: { fingerprint: string }) => issue.fingerprint,
      )
    assert.equal(new Set(prints('@a')).size, 4)
    assert.deepEqual(prints('@a'), prints('\n\n@a'))
  })
})

describe('the junit format', () => {
  it('has a failure for a finding and a passed test for a clean file', () => {
    assert.equal(
      write('junit', file, clean),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="stroma" tests="3" failures="2">
  <testsuite name="part/µ,1.md" tests="2" failures="2" errors="0">
    <testcase name="w (line 1, column 8)" classname="part/µ,1.md"><failure type="warning" message="100 % “b”:&#13;&#10;::error::pwned">line 1, column 8: 100 % “b”:&#13;&#10;::error::pwned</failure></testcase>
    <testcase name="unresolved-citation (line 1, column 4)" classname="part/µ,1.md"><failure type="error" message="No &lt;“a”&gt; &amp; \ufffd🧫.">line 1, column 4: No &lt;“a”&gt; &amp; \ufffd🧫.</failure></testcase>
  </testsuite>
  <testsuite name="clean.md" tests="1" failures="0" errors="0">
    <testcase name="stroma" classname="clean.md"/>
  </testsuite>
</testsuites>
`,
    )
  })
})

describe('the checkstyle format', () => {
  it('escapes what XML cannot hold', () => {
    assert.equal(
      write('checkstyle', file, clean),
      `<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="part/µ,1.md">
    <error line="1" column="8" severity="warning" message="100 % “b”:&#13;&#10;::error::pwned" source="stroma.w"/>
    <error line="1" column="4" severity="error" message="No &lt;“a”&gt; &amp; \ufffd🧫." source="stroma.unresolved-citation"/>
  </file>
  <file name="clean.md">
  </file>
</checkstyle>
`,
    )
  })
})

describe('the rdjson format', () => {
  it('counts columns in bytes of UTF-8', () => {
    const fix = { title: 'Cite “b” instead', safe: false, edits: [{ span: { start: 9, end: 10 }, newText: 'b' }] }
    const text = '\ufeffx\nα🧫é [@a]'
    const report = fileReport('a.md', text, [{ about: '@a', message: 'No.', fixes: [fix] }])
    assert.deepEqual(JSON.parse(write('rdjson', report)), {
      source: { name: 'stroma' },
      diagnostics: [
        {
          message: 'No.',
          location: { path: 'a.md', range: { start: { line: 2, column: 11 }, end: { line: 2, column: 13 } } },
          severity: 'ERROR',
          code: { value: 'unresolved-citation' },
          suggestions: [{ range: { start: { line: 2, column: 12 }, end: { line: 2, column: 13 } }, text: 'b' }],
        },
      ],
    })
  })
})
