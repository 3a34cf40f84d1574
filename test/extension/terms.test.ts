import assert from 'node:assert/strict'
import { abbreviationListOf } from '../../src/extension/abbreviation-list.ts'
import { nextMention } from '../../src/extension/next-mention.ts'
import type { TermsReport } from '../../src/extension/requests.ts'
import { termsReportOf } from '../../src/extension/terms-report.ts'

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
})

const NO_LEXICON = { declaredIn: 'configuration', packs: [], concepts: 0, forms: 0, problems: [], notes: [] } as const

const REPORT: TermsReport = {
  lexicons: [
    {
      path: 'l.stromaidx',
      declaredIn: 'configuration',
      uri: 'file:///w/l.stromaidx',
      format: 'index',
      packs: [{ title: 'Gene Ontology', version: '2026-01-01', licence: 'CC BY 4.0' }],
      concepts: 7,
      forms: 9,
      problems: [],
      notes: ['Build it again.'],
    },
    {
      path: 'own.csv',
      declaredIn: 'front-matter',
      uri: 'file:///w/own.csv',
      format: 'table',
      packs: [],
      concepts: 1,
      forms: 1,
      problems: [{ message: 'This row has no label.', uri: 'file:///w/own.csv', range: range(3, 0, 1) }],
      notes: [],
    },
    { ...NO_LEXICON, path: 'none.obo', failure: 'The lexicon “none.obo” was not found.' },
    { ...NO_LEXICON, path: 'stroma:meseure-2014', off: true },
  ],
  terms: [
    {
      label: 'anoikis',
      category: 'process',
      pack: 'Meseure 2014 1.0.0',
      count: 2,
      forms: [{ text: 'an*oikis', count: 2 }],
      related: ['invasion'],
      ranges: [range(2, 4, 11), range(8, 0, 7)],
    },
    { label: 'invasion', category: 'process', pack: 'P', count: 1, forms: [], related: [], ranges: [range(5, 1, 9)] },
  ],
  abbreviations: [
    { short: 'ECM', long: 'extracellular matrix', range: range(3, 0, 3), ranges: [range(3, 0, 3), range(6, 2, 5)] },
  ],
}

describe('the report on terms', () => {
  const { text, links } = termsReportOf('paper.md', 'file:///w/paper.md', REPORT, uri => uri.replace('file:///w/', ''))

  it('has each concept with its count, words, relations and pack', () => {
    assert.match(text, /^- \*\*anoikis\*\* \(process\), 2 times, first at paper\.md:3$/m)
    assert.match(text, /^ {2}- written: an\\\*oikis \(2\)$/m)
    assert.match(text, /^ {2}- related: invasion$/m)
  })

  it('has the abbreviations with their definitions', () =>
    assert.match(text, /^- \*\*ECM\*\*: extracellular matrix, 2 times, defined at paper\.md:4$/m))

  it('has the lexicons with version and licence, what is wrong in them, and those that are not in use', () => {
    assert.match(text, /^- 7 concepts, 9 surface forms, named in the settings, from l\.stromaidx$/m)
    assert.match(text, /^ {2}- “Gene Ontology” 2026-01-01, licence CC BY 4\.0$/m)
    assert.match(text, /^ {2}- \*\*Build it again\.\*\*$/m)
    assert.match(text, /^ {2}- own\.csv:4: This row has no label\.$/m)
    assert.match(text, /^- \*\*Not read:\*\* The lexicon “none\.obo” was not found\.$/m)
    assert.match(text, /^- Switched off: stroma:meseure-2014$/m)
    assert.equal(links.get('own.csv:4'), 'file:///w/own.csv#L4')
    assert.deepEqual([links.get('own.csv'), links.get('l.stromaidx')], ['file:///w/own.csv', undefined])
  })

  it('leads from each place to the text', () =>
    assert.deepEqual([...links].slice(0, 2), [
      ['paper.md:3', 'file:///w/paper.md#L3'],
      ['paper.md:6', 'file:///w/paper.md#L6'],
    ]))
})

describe('the next mention', () => {
  it('is of the concept at the cursor, and begins again after the last', () => {
    assert.deepEqual(nextMention(REPORT, { line: 2, character: 5 }, 'next'), range(8, 0, 7))
    assert.deepEqual(nextMention(REPORT, { line: 8, character: 3 }, 'next'), range(2, 4, 11))
    assert.deepEqual(nextMention(REPORT, { line: 2, character: 11 }, 'previous'), range(8, 0, 7))
  })

  it('is of any concept where none stands', () => {
    assert.deepEqual(nextMention(REPORT, { line: 4, character: 0 }, 'next'), range(5, 1, 9))
    assert.deepEqual(nextMention(REPORT, { line: 4, character: 0 }, 'previous'), range(2, 4, 11))
  })

  it('is of the abbreviation at the cursor', () =>
    assert.deepEqual(nextMention(REPORT, { line: 3, character: 1 }, 'next'), range(6, 2, 5)))

  it('is nothing when there is no other', () => {
    const alone = { lexicons: [], terms: [REPORT.terms[1]!], abbreviations: [] }
    assert.equal(nextMention(alone, { line: 5, character: 2 }, 'next'), undefined)
  })
})

describe('the list of abbreviations', () => {
  it('is a section by the alphabet', () => {
    const at = range(1, 0, 3)
    const abbreviations = [
      { short: 'TEM', long: 'transendothelial migration', range: at, ranges: [at] },
      { short: 'ECM', long: 'extracellular matrix', range: at, ranges: [at] },
    ]
    assert.equal(
      abbreviationListOf({ abbreviations }),
      '## Abbreviations\n\n- ECM: extracellular matrix\n- TEM: transendothelial migration\n',
    )
    assert.equal(abbreviationListOf({ abbreviations: [] }), '')
  })
})
