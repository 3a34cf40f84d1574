import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderWith, stroma } from '../support.ts'

const REFERENCES = '@article{roe2001, title = {A work}, author = {Roe, Ann}, journal = {Cells}, year = 2001}\n'
const paper = (text: string) => `---\nbibliography: refs.bib\n---\n${text}\n`
const project = (text: string, more: Record<string, string | Uint8Array> = {}) =>
  folderWith({ 'paper.md': paper(text), 'refs.bib': REFERENCES, ...more })

const jsonOf = async (folder: string, ...args: string[]) => {
  const { out, ...rest } = await stroma(folder, ['lint', '--format', 'json', ...args])
  return { ...rest, report: JSON.parse(out) }
}
const places = ({ files }: { files: { path: string; findings: { rule: string; start: object }[] }[] }) =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ rule, start }) => `${path}:${Object.values(start).slice(0, 2).join(':')} ${rule}`),
  )

describe('stroma lint', () => {
  it('ends with 0 where nothing is to be found', async () => {
    const { status, out, err } = await stroma(project('See [@roe2001].'), ['lint'])
    assert.deepEqual({ status, out, err }, { status: 0, out: '', err: 'No findings in 1 file.\n' })
  })

  it('ends with 1 on an error and prints it to standard output', async () => {
    const { status, out, err } = await stroma(project('See [@row2001].'), ['lint'])
    assert.equal(status, 1)
    assert.match(
      out,
      /^paper\.md\n {2}4:6 {2}error .*“row2001”.*unresolved-citation\n\n1 error, 0 warnings in 1 file\n$/,
    )
    assert.equal(err, '')
  })

  it('ends with 2 when a path leads to nothing, and still checks the others', async () => {
    const { status, out, err } = await stroma(project('See [@row2001].'), ['lint', 'paper.md', 'other.md'])
    assert.equal(status, 2)
    assert.match(out, /unresolved-citation/)
    assert.equal(err, 'stroma: “other.md” does not exist.\n')
  })

  it('gives exactly the shape of the contract as json', async () => {
    const { status, report } = await jsonOf(project('See [@row2001].'))
    assert.equal(status, 1)
    const fix = {
      title: 'Cite “roe2001” instead',
      safe: false,
      edits: [
        {
          start: { line: 4, column: 7, offset: 37 },
          end: { line: 4, column: 14, offset: 44 },
          newText: 'roe2001',
        },
      ],
    }
    assert.deepEqual(report, {
      version: 1,
      files: [
        {
          path: 'paper.md',
          findings: [
            {
              rule: 'unresolved-citation',
              severity: 'error',
              message: 'No reference has the citekey “row2001”; did you mean “roe2001”?',
              start: { line: 4, column: 6, offset: 36 },
              end: { line: 4, column: 14, offset: 44 },
              fixes: [fix],
            },
          ],
        },
      ],
      summary: { files: 1, errors: 1, warnings: 0, infos: 0 },
    })
  })

  it('reports what is in a bibliography under its own path, once for all manuscripts', async () => {
    const folder = folderWith({
      'a.md': '---\nbibliography: lib/refs.bib\n---\n',
      'part/b.md': '---\nbibliography: ../lib/refs.bib\n---\n',
      'lib/refs.bib': `${REFERENCES}${REFERENCES}`,
    })
    const { report } = await jsonOf(folder)
    assert.deepEqual(places(report), ['lib/refs.bib:2:10 duplicate-citekey'])
    assert.equal(report.summary.files, 3)
  })

  it('writes one format to standard output and others to files', async () => {
    const folder = project('See [@row2001].')
    const { out } = await stroma(folder, ['lint', '--format', 'json=out/a.json', '--format', 'github'])
    assert.match(out, /^::error file=paper\.md,line=4/)
    assert.equal(JSON.parse(readFileSync(join(folder, 'out/a.json'), 'utf8')).summary.errors, 1)
    const only = await stroma(folder, ['lint', '--format', 'sarif=a.sarif'])
    assert.match(only.out, /^paper\.md\n/)
  })

  for (const [args, message] of [
    [['--format', 'jsn'], 'There is no format “jsn”. Did you mean “json”?'],
    [['--format', 'json', '--format', 'sarif'], 'Standard output can hold one format, not json and sarif.'],
    [
      ['--rule', 'unresolved-citatoin=off'],
      'There is no rule “unresolved-citatoin”. Did you mean “unresolved-citation”?',
    ],
    [['--rule', 'unresolved-citation=loud'], '--rule unresolved-citation=loud has to be unresolved-citation=SEVERITY'],
    [['--max-warnings', 'many'], '--max-warnings needs a whole number of at least 0, not “many”.'],
    [['--max-warnings'], '--max-warnings needs a value'],
    [['--max-warnings', '-1'], '--max-warnings needs a value'],
    [['--threads', '0'], '--threads needs a whole number of at least 1, not “0”.'],
    [['--config', 'none.yaml'], 'The project file “none.yaml” cannot be read: no such file.'],
    [['--fixx'], 'There is no option --fixx. Did you mean --fix?'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['--fix', '--fix-dry-run'], '--fix writes and --fix-dry-run does not'],
    [['--baseline', 'none.json'], 'cannot be read: no such file. Write it with --update-baseline.'],
    [['--stdin', 'paper.md'], '--stdin checks standard input alone'],
  ] as const) {
    it(`ends with 2 on ${args.join(' ')}`, async () => {
      const { status, out, err } = await stroma(project('See [@row2001].'), ['lint', ...args])
      assert.equal(status, 2)
      assert.equal(out, '')
      assert.ok(err.includes(message), err)
    })
  }

  it('takes severities from the command line over those of the project file', async () => {
    const folder = project('See [@row2001].', { '.stroma.yaml': 'rules: { unresolved-citation: off }\n' })
    assert.equal((await stroma(folder, ['lint'])).status, 0)
    const { status, report } = await jsonOf(folder, '--rule', 'unresolved-citation=warning')
    assert.equal(status, 0)
    assert.deepEqual(report.summary, { files: 1, errors: 0, warnings: 1, infos: 0 })
  })

  it('ends with 1 past --max-warnings, which counts what --quiet hides', async () => {
    const folder = project('See [@row2001; @x].')
    const args = ['lint', '--rule', 'unresolved-citation=warning', '--quiet']
    assert.equal((await stroma(folder, [...args, '--max-warnings', '2'])).status, 0)
    const { status, out, err } = await stroma(folder, [...args, '--max-warnings', '1'])
    assert.equal(status, 1)
    assert.equal(out, '')
    assert.equal(err, 'stroma: There are 2 warnings, more than the 1 of --max-warnings.\n')
  })

  it('uses the project file that --config names', async () => {
    const folder = project('See [@row2001].', { 'ci/other.yaml': 'rules: { unresolved-citation: info }\n' })
    const { report } = await jsonOf(folder, '--config', 'ci/other.yaml')
    assert.equal(report.summary.infos, 1)
  })

  it('ends with 2 on a project file with mistakes, naming their places, and goes on', async () => {
    const folder = project('See [@row2001].', { '.stroma.yaml': 'dialect: pandoc\nrule:\n  x: off\n' })
    const { status, out, err } = await stroma(folder, ['lint'])
    assert.equal(status, 2)
    assert.match(out, /unresolved-citation/)
    assert.equal(err, 'stroma: .stroma.yaml:2:1: There is no setting “rule”; did you mean “rules”?\n')
  })

  it('leaves out what the project file ignores, and says so of what was named', async () => {
    const folder = project('See [@row2001].', { '.stroma.yaml': 'ignore: paper.md\n', 'b.md': 'Text.\n' })
    assert.deepEqual((await jsonOf(folder)).report.files, [{ path: 'b.md', findings: [] }])
    const { status, out, err } = await stroma(folder, ['lint', 'paper.md'])
    assert.deepEqual({ status, out }, { status: 0, out: '' })
    assert.match(err, /^stroma: paper\.md is ignored by the project file\.\n/)
  })

  it('counts the findings of each rule when asked', async () => {
    const { out } = await stroma(project('See [@row2001; @b] and [^c].'), ['lint', '--statistics'])
    assert.match(out, /\n {6}2 {2}unresolved-citation {2}in 1 file\n {6}1 {2}undefined-footnote {3}in 1 file\n$/)
    const json = await stroma(project('See [@row2001].'), ['lint', '--statistics', '--format', 'json'])
    assert.equal(JSON.parse(json.out).summary.errors, 1)
    assert.match(json.err, /1 {2}unresolved-citation/)
  })

  it('colours only when it may', async () => {
    const folder = project('See [@row2001].')
    const isColoured = async (args: string[], colour: boolean) =>
      (await stroma(folder, ['lint', ...args], { colour })).out.includes('\u001b[31m')
    assert.equal(await isColoured([], true), true)
    assert.equal(await isColoured(['--no-color'], true), false)
    assert.equal(await isColoured([], false), false)
    assert.equal(await isColoured(['--color'], false), true)
  })
})

describe('stroma lint --stdin', () => {
  it('reads the text as if it stood in the file named', async () => {
    const folder = project('', { '.stroma.yaml': 'rules: { unresolved-citation: warning }\n' })
    const args = ['lint', '--stdin', '--stdin-filename', 'part/../paper.md', '--format', 'json']
    const { status, out } = await stroma(folder, args, { stdin: paper('[@roe2001; @row2001]') })
    assert.equal(status, 0)
    assert.deepEqual(places(JSON.parse(out)), ['paper.md:4:12 unresolved-citation'])
  })

  it('needs no file of that name, nor a name', async () => {
    const folder = folderWith({ 'refs.bib': REFERENCES })
    for (const args of [['--stdin-filename', 'new.qmd'], []]) {
      const { status, out } = await stroma(folder, ['lint', '--stdin', ...args], { stdin: paper('[@row2001]') })
      assert.equal(status, 1)
      assert.match(out, args.length > 0 ? /^new\.qmd\n/ : /^stdin\.md\n/)
    }
  })
})

describe('stroma lint on files that are not as they should be', () => {
  it('ends with 2 on a binary file, and checks the others', async () => {
    const folder = project('See [@row2001].', { 'image.md': new Uint8Array([0x89, 0x50, 0, 1, 2, 0]) })
    const { status, out, err } = await stroma(folder, ['lint'])
    assert.equal(status, 2)
    assert.match(out, /unresolved-citation/)
    assert.match(err, /^stroma: image\.md .*not a text file\.\n$/)
  })

  it('ends with 2 on a file that may not be read', async function () {
    const folder = project('See [@roe2001].', { 'closed.md': 'x' })
    chmodSync(join(folder, 'closed.md'), 0)
    if (canRead(join(folder, 'closed.md'))) this.skip()
    const { status, err } = await stroma(folder, ['lint'])
    assert.equal(status, 2)
    assert.match(err, /^stroma: closed\.md may not be read\.\n/)
  })

  it('says that a bibliography is a folder', async () => {
    const folder = folderWith({ 'paper.md': paper('Text.') })
    mkdirSync(join(folder, 'refs.bib'))
    const { status, report } = await jsonOf(folder)
    assert.equal(status, 1)
    assert.deepEqual(places(report), ['paper.md:2:15 missing-bibliography'])
    assert.match(report.files[0].findings[0].message, /is a folder/)
  })

  it('says where a file stops being UTF-8, and checks it', async () => {
    const latin = Buffer.from('One.\n\ncaf\u00e9 [^a]\n', 'latin1')
    const utf16 = Buffer.from('\ufeffOne [^a]\n', 'utf16le')
    const { status, report } = await jsonOf(folderWith({ 'latin.md': latin, 'utf16.md': utf16 }))
    assert.equal(status, 1)
    assert.deepEqual(places(report), [
      'latin.md:3:4 unread-passage',
      'latin.md:3:6 undefined-footnote',
      'utf16.md:1:1 unread-passage',
      'utf16.md:1:6 undefined-footnote',
    ])
  })

  it('checks an empty file', async () => {
    const { status, report } = await jsonOf(folderWith({ 'empty.md': '' }))
    assert.equal(status, 0)
    assert.deepEqual(report.files, [{ path: 'empty.md', findings: [] }])
  })

  for (const [name, lineEnd, bom] of [
    ['UNIX', '\n', ''],
    ['Windows', '\r\n', ''],
    ['lone carriage returns as', '\r', ''],
    ['a byte order mark and Windows', '\r\n', '\ufeff'],
  ] as const) {
    it(`finds the column past emoji and Greek with ${name} line ends`, async () => {
      const text = `${bom}---\nbibliography: refs.bib\n---\n🧫 α [@row2001]\n`.replaceAll('\n', lineEnd)
      const { report } = await jsonOf(folderWith({ 'paper.md': text, 'refs.bib': REFERENCES }))
      const { start, end } = report.files[0].findings[0]
      assert.deepEqual([start.line, start.column, end.column], [4, 7, 15])
      assert.equal(text.slice(start.offset, end.offset), '@row2001')
    })
  }

  it('counts a byte order mark in the first line', async () => {
    const { report } = await jsonOf(folderWith({ 'paper.md': '\ufeffx [^a]' }))
    assert.deepEqual(report.files[0].findings[0].start, { line: 1, column: 4, offset: 3 })
  })
})

function canRead(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}
