import assert from 'node:assert/strict'
import { keyOf, numberedCaptions, numberedMentions } from '../../../src/manuscript/numbered/numbered-figures.ts'
import { numberedReferences } from '../../../src/manuscript/numbered/numbered-references.ts'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { slice } from '../../../src/text/span.ts'

const LIST =
  '\n\n# References\n\n1. Roe A. Cells. 2001.\n2. Doe J. Flow. 2019.\n3. Poe L. Arrest. 2020.\n4. Lee K. Exit. 2021.\n'
const read = (text: string) => readManuscript(text, 'pandoc')
const numbers = (body: string) => numberedReferences(read(body + LIST))?.references.map(({ number }) => number)

describe('numbered references', () => {
  it('are read in brackets, with lists and ranges of any dash', () => {
    assert.deepEqual(numbers('One [1]. Two [2, 4]. Three[1–3]. Four \\[3-4\\].'), [1, 2, 4, 1, 2, 3, 3, 4])
  })

  it('are read as superscripts, but exponents are not', () => {
    assert.deepEqual(
      numbers('Arrest^1^ was seen.^2,3^ In 10^6^ cells per cm^2^ of tissue^4^ and Ca^2+^.'),
      [1, 2, 3, 4],
    )
    assert.deepEqual(numbers('Arrest<sup>1</sup> was seen,<sup>2–4</sup> too.'), [1, 2, 3, 4])
  })

  it('have the place of what stands for them', () => {
    const text = `One [1], two [2–3].${LIST}`
    const { references, list } = numberedReferences(read(text))!
    assert.deepEqual(
      references.map(({ span }) => slice(text, span)),
      ['1', '2–3', '2–3'],
    )
    assert.deepEqual(
      list.map(({ number, span }) => [number, slice(text, span)]),
      [
        [1, '1'],
        [2, '2'],
        [3, '3'],
        [4, '4'],
      ],
    )
  })

  it('number a list as the renderer does', () => {
    const lazy = read('A [1], [2], [3].\n\n# References\n\n1. Roe.\n1. Doe.\n1. Poe.\n')
    assert.deepEqual(
      numberedReferences(lazy)!.list.map(({ number }) => number),
      [1, 2, 3],
    )
  })

  for (const [name, text] of [
    ['cites by citekey', `As [@roe] and [1], [2], [3].${LIST}`],
    ['has no list', 'As [1], [2] and [3].\n\n# References\n\nNone.\n'],
    ['has no heading', 'As [1], [2] and [3].\n\n1. One.\n2. Two.\n3. Three.\n'],
    ['uses brackets for code and links', `The array a[1], \`b[2]\`, [3](x) and [4][5].${LIST}`],
  ] as const) {
    it(`are none where the manuscript ${name}`, () => assert.equal(numberedReferences(read(text)), undefined))
  }
})

describe('numbered figures', () => {
  const mentions = (text: string) => numberedMentions(read(text)).map(keyOf)
  const captions = (text: string) => numberedCaptions(read(text)).map(keyOf)

  it('are mentioned in many ways', () =>
    assert.deepEqual(mentions('Fig. 1, figure 2a, Figs. 3 and 4, Supplementary Fig. 5, Table S6 and (Tables 7–8).'), [
      'figure 1',
      'figure 2',
      'figure 3',
      'figure 4',
      'figure S5',
      'table S6',
      'table 7',
      'table 8',
    ]))

  it('are not those of other works, nor numbers with a point', () =>
    assert.deepEqual(mentions('Figure 3 of Roe et al., Fig. 2 in ref. 4, Figure 1.5 and figure 2020.'), []))

  it('have captions that begin with their number', () => {
    const text =
      '**Figure 1.** Cells.\n\n![Fig. 2: Flow](a.png)\n\nTable 1. Counts.\n\nFigure 3 shows cells.\n\n# Supplementary Figure 4\n'
    assert.deepEqual(captions(text), ['figure 1', 'table 1', 'figure S4', 'figure 2'])
  })
})
