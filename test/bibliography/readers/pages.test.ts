import assert from 'node:assert/strict'
import { readBibliography } from '../../../src/bibliography/read-bibliography.ts'

describe('lists and pages as printed', () => {
  it('a numbered list is cited by number', () => {
    const text = `[1] Doe J, Roe R. Cells, revisited. J Cells. 2001;3:1-9.
[2] Cell Group. A report on everything. 2002.

1 of these is no reference 2003`
    const { format, references } = readBibliography(text, 'untitled')
    assert.equal(format, 'numbered-list')
    assert.deepEqual(
      references.map(({ citekey, citekeySpan: { start, end }, item }) => [citekey, text.slice(start, end), item.title]),
      [
        ['1', '1', 'Cells, revisited'],
        ['2', '2', 'Cell Group. A report on everything'],
      ],
    )
  })

  it('a PubMed page gives the article and its references', () => {
    const text = `An official website
NCBI Homepage
J Cells
. 2014 Dec;7(3):95-115.
doi: 10.1000/x.1. Epub 2014 Dec 19.
Roles of pervasive cells in circulation

Affiliations
Roles of pervasive cells in circulation
Jane Doe\u00a0et al. J Cells. 2014 Dec.
Abstract
Cells are crucial events.
PMID: 123
PubMed Disclaimer
Figures
Fig. 1
Fig. 1
Reciprocal interactions between cells and other cells at the primary site.
References
    1. Mueller MM, Fusenig NE. Friends or foes. Nat Rev Cancer. 2004;4(11):839–849. - PubMed
    1. Mueller MM. Another one. Nat Rev Cancer. 2004;5:1. - PMC - PubMed
`
    const { format, references, problems } = readBibliography(text, 'paste.txt')
    assert.deepEqual([format, problems], ['pubmed-page', []])
    assert.deepEqual(
      references.map(reference => reference.citekey),
      ['pmid:123', 'mueller2004', 'mueller2004a'],
    )
    assert.deepEqual(references[0]!.item, {
      id: 'pmid:123',
      type: 'article-journal',
      title: 'Roles of pervasive cells in circulation',
      author: [{ family: 'Doe', given: 'Jane' }, { literal: 'others' }],
      'container-title': 'J Cells',
      issued: { 'date-parts': [[2014, 12]] },
      volume: '7',
      issue: '3',
      page: '95-115',
      DOI: '10.1000/x.1',
      PMID: '123',
      abstract: 'Cells are crucial events. PMID: 123',
      custom: {
        captions: [
          { label: 'Fig. 1', text: 'Reciprocal interactions between cells and other cells at the primary site.' },
        ],
      },
    })
  })
})
