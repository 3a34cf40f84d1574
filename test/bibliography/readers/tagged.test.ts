import assert from 'node:assert/strict'
import { nbib } from '../../../src/bibliography/readers/nbib.ts'
import { ris } from '../../../src/bibliography/readers/ris.ts'

describe('RIS reader', () => {
  const read = (text: string) => ris.read(text, 'file:///refs.ris')

  it('reads records with continued lines, and the place of the ID', () => {
    const text = [
      'TY  - JOUR',
      'ID  - doe2020',
      'AU  - Doe, Jane A.',
      'AU  - King, Martin, Jr',
      'A1  - World Health Organization',
      'TI  - A title',
      '      that goes on',
      'JF  - Journal of Cells',
      'PY  - 2020/05/17/Spring',
      'VL  - 3',
      'SP  - 12',
      'EP  - 19',
      'DO  - https://doi.org/10.1000/x.1',
      'ER  - ',
      '',
    ].join('\r\n')
    const { references, problems } = read(text)
    assert.deepEqual(
      problems.map(({ message, span }) => [text.slice(span.start, span.end), message]),
      [
        [
          '      that goes on',
          'This line has no tag such as “AB  - ”, so Pandoc refuses the file. Join it to the line before.',
        ],
      ],
    )
    const { citekeySpan, item } = references[0]!
    assert.equal(text.slice(citekeySpan.start, citekeySpan.end), 'doe2020')
    assert.deepEqual(item, {
      id: 'doe2020',
      type: 'article-journal',
      title: 'A title that goes on',
      author: [
        { family: 'Doe', given: 'Jane A.' },
        { family: 'King', given: 'Martin', suffix: 'Jr' },
        { literal: 'World Health Organization' },
      ],
      issued: { 'date-parts': [[2020, 5, 17]] },
      'container-title': 'Journal of Cells',
      volume: '3',
      page: '12-19',
      DOI: '10.1000/x.1',
    })
  })

  it('makes the key that Pandoc makes, and another one for the next', () => {
    const record = 'TY  - JOUR\nAU  - Shannon,Claude E.\nPY  - 1948\nER  - \n'
    assert.deepEqual(
      read(record + record).references.map(reference => reference.citekey),
      ['Shannon_1948', 'Shannon_1948a'],
    )
  })

  it('keys a record without authors by its year, and tells two records with one ID apart', () => {
    const record = (...lines: string[]) => `TY  - JOUR\n${lines.join('\n')}\nER  - \n`
    const { references, problems } = read(record('PY  - 2001') + record('ID  - a') + record('ID  - a', 'TI  - Two'))
    assert.deepEqual(
      references.map(reference => reference.citekey),
      ['_2001', 'a', 'aa'],
    )
    assert.deepEqual(
      problems.map(problem => problem.message),
      ['Another record has the ID “a” already, so Pandoc calls this one “aa”. Give it an ID of its own.'],
    )
  })

  it('reads names with and without commas, and of tags that say the same the first', () => {
    const names = ['van der Roe, Piet', 'Anna Poe', 'Doe JA', 'Cell Research Group', 'The Doers,', 'WHO']
    const { item } = read(
      `TY  - JOUR\nID  - a\n${names.map(name => `AU  - ${name}\n`).join('')}A2  - Low, Ed\nT2  - Cells\nJF  - Other\nER  - \n`,
    ).references[0]!
    assert.deepEqual(item.author, [
      { family: 'Roe', given: 'Piet', 'dropping-particle': 'van der' },
      { family: 'Poe', given: 'Anna' },
      { family: 'Doe', given: 'J. A.' },
      { literal: 'Cell Research Group' },
      { literal: 'The Doers' },
      { family: 'WHO' },
    ])
    assert.deepEqual([item['container-title'], item.editor], ['Cells', [{ family: 'Low', given: 'Ed' }]])
  })

  it('says once where Pandoc refuses empty lines', () => {
    const places = (text: string) => read(text).problems.map(({ span }) => span.start)
    const record = 'TY  - JOUR\nID  - a\nER  - \n'
    assert.deepEqual(places(`${record}\n\n${record.replace('a', 'b')}\n`), [])
    assert.deepEqual(places(`\n${record}`), [0])
    const broken = 'TY  - JOUR\n\nID  - c\n\nER  - \n'
    assert.deepEqual(places(`${record}${broken}`), [record.length + 11])
  })

  it('takes the day from `DA` where `PY` has the same year', () => {
    const dateOf = (lines: string) => read(`TY  - JOUR\nID  - a\n${lines}\nER  - \n`).references[0]!.item.issued
    assert.deepEqual(dateOf('PY  - 2014\nDA  - 2014/12/19'), { 'date-parts': [[2014, 12, 19]] })
    assert.deepEqual(dateOf('PY  - 2014\nDA  - 2013/12/19'), { 'date-parts': [[2014]] })
    assert.deepEqual(dateOf('DA  - 2013/12'), { 'date-parts': [[2013, 12]] })
    assert.deepEqual(dateOf('PY  - in press\nDA  - 2013'), { literal: 'in press' })
  })

  it('keeps records without ER, and says so', () => {
    const { references, problems } = read('1.\nTY  - JOUR\nID  - a\nTY  - BOOK\nID  - b\n')
    assert.deepEqual(
      references.map(reference => reference.citekey),
      ['a', 'b'],
    )
    assert.deepEqual(
      problems.map(problem => problem.message.slice(0, 26)),
      ['Between records only empty', 'This record is not closed:', 'This record is not closed:'],
    )
  })
})

describe('NBIB reader', () => {
  const text = `PMID- 123
TI  - Cells in
      motion.
FAU - Doe, Jane A
AU  - Doe JA
CN  - Cell Group
DP  - 2014 Nov-Dec
JT  - Journal of Cells
TA  - J Cells
VI  - 7
IP  - 3
PG  - 839-49
LID - e1 [pii]
LID - 10.1000/x.1 [doi]
PMC - PMC42

PMID-456
AU  - van der Berg PQ
TI  - Why?
`
  it('cites by PMID', () => {
    const { references, problems } = nbib.read(text, 'x.nbib')
    assert.deepEqual(problems, [])
    assert.deepEqual(
      references.map(({ citekey, citekeySpan: { start, end } }) => [citekey, text.slice(start, end)]),
      [
        ['pmid:123', '123'],
        ['pmid:456', '456'],
      ],
    )
    assert.deepEqual(references[0]!.item, {
      id: 'pmid:123',
      type: 'article-journal',
      title: 'Cells in motion',
      author: [{ family: 'Doe', given: 'Jane A' }, { literal: 'Cell Group' }],
      issued: { 'date-parts': [[2014, 11]] },
      'container-title': 'Journal of Cells',
      'container-title-short': 'J Cells',
      volume: '7',
      issue: '3',
      page: '839-849',
      DOI: '10.1000/x.1',
      PMID: '123',
      PMCID: 'PMC42',
    })
    assert.deepEqual(references[1]!.item.author, [{ family: 'van der Berg', given: 'P. Q.' }])
    assert.equal(references[1]!.item.title, 'Why?')
  })
})
