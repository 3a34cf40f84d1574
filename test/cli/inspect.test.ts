import assert from 'node:assert/strict'
import { folderWith, stroma } from './support.ts'

const REFERENCES = '@article{smith2020, title = {A work}, author = {Smith, Ann}, journal = {Cells}, year = 2020}\n'

const inspect = async (files: Record<string, string>, ...args: string[]) => {
  const { out, ...rest } = await stroma(folderWith(files), [
    'inspect',
    ...(args.length > 0 ? args : ['paper.md']),
    '--json',
  ])
  return { ...rest, data: JSON.parse(out) }
}
const place = (line: number, column: number, offset: number) => ({ line, column, offset })

describe('stroma inspect --json', () => {
  it('gives citations with their items', async () => {
    const { status, data } = await inspect({
      'paper.md': '[see @smith2020, p. 3; -@roe] and @smith2020 [ch. 1]\n',
      '.stroma.yaml': 'bibliography: lib/refs.bib\n',
      'lib/refs.bib': REFERENCES,
    })
    assert.equal(status, 0)
    assert.equal(data.version, 1)
    const [file] = data.files
    assert.equal(file.path, 'paper.md')
    assert.equal(file.dialect, 'pandoc')
    assert.deepEqual(file.citations, [
      {
        mode: 'parenthetical',
        items: [
          {
            citekey: 'smith2020',
            prefix: 'see',
            suffix: 'p. 3',
            suppressAuthor: false,
            crossReference: false,
            resolved: true,
            start: place(1, 6, 5),
            end: place(1, 16, 15),
          },
          {
            citekey: 'roe',
            prefix: '',
            suffix: '',
            suppressAuthor: true,
            crossReference: false,
            resolved: false,
            start: place(1, 24, 23),
            end: place(1, 29, 28),
          },
        ],
        start: place(1, 1, 0),
        end: place(1, 30, 29),
      },
      {
        mode: 'narrative',
        items: [
          {
            citekey: 'smith2020',
            prefix: '',
            suffix: 'ch. 1',
            suppressAuthor: false,
            crossReference: false,
            resolved: true,
            start: place(1, 35, 34),
            end: place(1, 45, 44),
          },
        ],
        start: place(1, 35, 34),
        end: place(1, 53, 52),
      },
    ])
    assert.deepEqual(file.bibliographies, [
      {
        path: 'lib/refs.bib',
        format: 'bibtex',
        references: 1,
        problems: [],
        declaredIn: 'configuration',
        looked: ['lib/refs.bib'],
      },
    ])
  })

  it('gives labels, cross-references and footnotes', async () => {
    const text = [
      '![Flow](flow.png){#fig:flow}',
      '',
      'The extracellular matrix (ECM) [@fig:flow; @fig:none], noted[^a] twice[^b].',
      '',
      '[^a]: Yes.',
      '',
    ].join('\n')
    const [file] = (await inspect({ 'paper.md': text })).data.files
    assert.deepEqual(file.labels, [
      { label: 'fig:flow', kind: 'figure', start: place(1, 20, 19), end: place(1, 28, 27) },
    ])
    assert.deepEqual(
      file.crossReferences.map(({ label, kind, resolved }: Record<string, unknown>) => [label, kind, resolved]),
      [
        ['fig:flow', 'figure', true],
        ['fig:none', 'figure', false],
      ],
    )
    assert.deepEqual(
      file.citations[0].items.map(({ crossReference, resolved }: Record<string, unknown>) => [
        crossReference,
        resolved,
      ]),
      [
        [true, true],
        [true, false],
      ],
    )
    assert.deepEqual(file.footnotes, {
      references: [
        { label: 'a', resolved: true, start: place(3, 61, 90), end: place(3, 65, 94) },
        { label: 'b', resolved: false, start: place(3, 71, 100), end: place(3, 75, 104) },
      ],
      definitions: [{ label: 'a', start: place(5, 1, 107), end: place(5, 5, 111) }],
    })
  })

  it('gives the mentions of concepts', async () => {
    const [file] = (await inspect({ 'paper.md': 'Cells died by anoikis.\n' })).data.files
    assert.deepEqual(file.mentions, [
      { concept: 'anoikis', form: 'anoikis', text: 'anoikis', start: place(1, 15, 14), end: place(1, 22, 21) },
    ])
  })

  it('says what could not be read of a bibliography, and where', async () => {
    const [file] = (
      await inspect({
        'paper.md': '---\nbibliography: [refs.bib, none.bib]\n---\n',
        'refs.bib': `${REFERENCES}@article{\n`,
      })
    ).data.files
    const [read, missing] = file.bibliographies
    assert.deepEqual([read.path, missing.path], ['refs.bib', 'none.bib'])
    assert.equal(read.references, 1)
    assert.equal(read.problems[0].start.line, 2)
    assert.equal(missing.format, undefined)
    assert.match(missing.problems[0].message, /was not found/)
    assert.deepEqual(missing.problems[0].start, place(2, 26, 29))
    assert.deepEqual(missing.looked, ['none.bib'])
  })

  it('takes several manuscripts and goes on past one that is not there', async () => {
    const { status, err, data } = await inspect({ 'a.md': '', 'b.md': '' }, 'a.md', 'none.md', 'b.md')
    assert.equal(status, 2)
    assert.equal(err, 'stroma: “none.md” does not exist.\n')
    assert.deepEqual(
      data.files.map(({ path }: { path: string }) => path),
      ['a.md', 'b.md'],
    )
  })
})

describe('stroma inspect', () => {
  it('shows the same to people', async () => {
    const folder = folderWith({ 'paper.md': '[@fidler] on anoikis, anoikis.[^x]\n', 'refs.bib': REFERENCES })
    const { out } = await stroma(folder, ['inspect', 'paper.md'])
    assert.match(out, /^paper\.md {2}read as pandoc\n\nBibliographies\n/)
    assert.match(out, /\nCitations\n {6}1:1 {2}parenthetical {2}fidler \(unresolved\)\n/)
    assert.match(out, /\nFootnotes\n {5}1:31 {2}\[\^x\] \(undefined\)\n/)
    assert.match(out, /\nTerms\n {8}2 {2}anoikis {2}anoikis\n/)
  })

  it('wants a manuscript', async () => {
    const { status, err } = await stroma('.', ['inspect'])
    assert.equal(status, 2)
    assert.match(err, /needs at least one manuscript/)
  })
})

describe('stroma inspect, of lexicons', () => {
  const files = {
    'paper.md': '---\nlexicon: none.obo\n---\nA rare cell.\n',
    '.stroma.yaml': 'lexicons: [own.csv, { path: "stroma:meseure-2014", enabled: false }]\n',
    'own.csv': 'label,synonyms\nrare cell,r\n',
  }

  it('gives packs with version and licence, what is wrong in them, and what is not in use', async () => {
    const { data } = await inspect(files)
    const none = { packs: [], concepts: 0, surfaceForms: 0, problems: [] }
    assert.deepEqual(data.files[0].lexicons, [
      {
        ...none,
        path: 'none.obo',
        declaredIn: 'front-matter',
        problems: [{ message: 'The lexicon “none.obo” was not found.' }],
      },
      {
        path: 'own.csv',
        format: 'table',
        declaredIn: 'configuration',
        packs: [{ id: 'own', title: 'own', version: 'unknown', licence: 'unknown' }],
        concepts: 1,
        surfaceForms: 1,
        problems: [
          {
            message: 'The surface form “r” is one character long and would be found everywhere; it is left out.',
            start: place(2, 1, 15),
          },
        ],
      },
      { ...none, path: 'stroma:meseure-2014', declaredIn: 'configuration', off: true },
    ])
  })

  it('says the same to people', async () => {
    const { out } = await stroma(folderWith(files), ['inspect', 'paper.md'])
    assert.match(out, /^Lexicons\n {2}none\.obo {2}not read {2}from front-matter\n/m)
    assert.match(
      out,
      /^ {2}own\.csv {2}table, 1 concept, 1 surface form {2}from configuration\n {11}“own” unknown, licence unknown\n {6}2:1 {2}The surface form/m,
    )
    assert.match(out, /^ {2}stroma:meseure-2014 {2}switched off/m)
  })
})
