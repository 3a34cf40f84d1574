import assert from 'node:assert/strict'
import { reportOf } from '../../src/extension/bibliographies-report.ts'

describe('the report on bibliographies', () => {
  const { text, links } = reportOf(
    'paper.md',
    {
      dialect: 'pandoc',
      projectFile: 'file:///w/.stroma.yaml',
      style: { path: 'my.csl', failure: 'The style “my.csl” is no style that can be used: it is empty.' },
      sources: [
        {
          path: 'refs.bib',
          declaredIn: 'front-matter',
          uri: 'file:///w/refs.bib',
          format: 'BibTeX',
          references: 3,
          looked: ['file:///w/refs.bib'],
          problems: [
            {
              message: 'A comma is missing.',
              uri: 'file:///w/refs.bib',
              range: { start: { line: 4, character: 0 }, end: { line: 4, character: 5 } },
            },
          ],
        },
        {
          path: 'gone.bib',
          declaredIn: 'configuration',
          references: 0,
          looked: ['file:///w/gone.bib', 'file:///w/lib/gone.bib'],
          problems: [],
          failure: 'There is no such file.',
        },
      ],
      duplicates: [
        { citekey: 'a', winner: { uri: 'file:///w/refs.bib', line: 9 }, loser: { uri: 'file:///w/old.bib', line: 2 } },
      ],
    },
    uri => uri.replace('file:///w/', ''),
  )

  it('says which style references are shown in, and why not', () =>
    assert.match(text, /^References are shown in Vancouver style\. The style “my\.csl” is no style/m))

  it('counts what was read', () => assert.match(text, /^3 references from 1 bibliography\.$/m))

  it('says how the manuscript is read', () => {
    assert.match(text, /^The manuscript is read as pandoc, with the settings of \.stroma\.yaml\.$/m)
  })

  it('says where each was named and in what format it is', () => {
    const expected = '## refs.bib\n\n- Named in the front matter\n- 3 references in BibTeX from refs.bib'
    assert.ok(text.includes(expected), text)
  })

  it('leads to the line of each problem, and of references that share a citekey', () => {
    assert.ok(text.includes('  - refs.bib:5: A comma is missing.'), text)
    assert.deepEqual(
      [...links],
      [
        ['refs.bib:9', 'file:///w/refs.bib#L9'],
        ['old.bib:2', 'file:///w/old.bib#L2'],
        ['refs.bib:5', 'file:///w/refs.bib#L5'],
        ['refs.bib', 'file:///w/refs.bib'],
      ],
    )
  })

  it('says why a bibliography was not read and where it was looked for', () => {
    const expected = '- **Not read:** There is no such file.\n- Looked for at:\n  - gone.bib\n  - lib/gone.bib'
    assert.ok(text.includes(expected), text)
  })

  it('says whose reference counts when two have the same citekey', () => {
    assert.ok(text.includes('- `a`: the one at refs.bib:9 counts, not the one at old.bib:2'), text)
  })
})
