import assert from 'node:assert/strict'
import { nextMention } from '../../src/extension/next-mention.ts'
import type { TermsReport } from '../../src/extension/requests.ts'
import { termsReportOf } from '../../src/extension/terms-report.ts'

const range = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
})

const REPORT: TermsReport = {
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
  const { text, links } = termsReportOf('paper.md', 'file:///w/paper.md', REPORT)

  it('has each concept with its count, words, relations and pack', () => {
    assert.match(text, /^- \*\*anoikis\*\* \(process\), 2 times, first at paper\.md:3$/m)
    assert.match(text, /^ {2}- written: an\\\*oikis \(2\)$/m)
    assert.match(text, /^ {2}- related: invasion$/m)
  })

  it('has the abbreviations with their definitions', () =>
    assert.match(text, /^- \*\*ECM\*\*: extracellular matrix, 2 times, defined at paper\.md:4$/m))

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
    const alone = { terms: [REPORT.terms[1]!], abbreviations: [] }
    assert.equal(nextMention(alone, { line: 5, character: 2 }, 'next'), undefined)
  })
})
