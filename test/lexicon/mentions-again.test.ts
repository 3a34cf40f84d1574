import assert from 'node:assert/strict'
import fc from 'fast-check'
import { compileLexicon } from '../../src/lexicon/compile-lexicon.ts'
import type { Lexicon } from '../../src/lexicon/concept.ts'
import { mentionsAgain } from '../../src/lexicon/mentions-again.ts'
import { readPack } from '../../src/lexicon/read-pack.ts'

const pack = readPack(
  `
id: test
title: Test
version: "1"
licence: none
citation: none
concepts:
  - id: cell
    label: tumor cell
    category: cell
  - id: growth
    label: tumor cell growth
    category: process
  - id: niche
    label: metastatic niche
    category: site
  - id: dormancy
    label: dormancy
    category: process
    surfaceForms: [{text: dormancy, ambiguous: true}]
    cues: {supporting: ["tumor*", niche], opposing: [seed]}
`,
  'test.yaml',
)
const lexicon = compileLexicon([pack])
const NONE: ReadonlyMap<string, string> = new Map()

const PIECES = [
  'tumor ',
  'cell ',
  'growth ',
  'metastatic ',
  'niche ',
  'dormancy ',
  'seed ',
  'and ',
  'TC ',
  '- ',
  '* ',
  '> ',
  '  ',
  '.',
  '\n',
  '\n\n',
  '\n \n',
  '\r\n\r\n',
]
const piece = fc.constantFrom(...PIECES)
const edit = fc.record({ at: fc.nat(400), gone: fc.nat(12), come: fc.array(piece, { maxLength: 3 }) })

describe('mentionsAgain', () => {
  it('finds after every edit what is found in the whole text', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.array(edit, { maxLength: 8 }),
        fc.boolean(),
        (pieces, edits, defined) => {
          const definitions = defined ? new Map([['TC', 'tumor cell']]) : NONE
          const again = mentionsAgain()
          let prose = pieces.join('')
          again(lexicon, prose, definitions)
          for (const { at, gone, come } of edits) {
            const start = Math.min(at, prose.length)
            prose = prose.slice(0, start) + come.join('') + prose.slice(start + gone)
            const found = again(lexicon, prose, definitions)
            assert.equal(
              JSON.stringify(found),
              JSON.stringify(lexicon.mentionsIn(prose, definitions)),
              JSON.stringify(prose),
            )
          }
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('matches only the paragraph that changed', () => {
    const { again, seen } = spied()
    const paragraph = 'A tumor cell and its metastatic niche.'
    const before = Array(50).fill(paragraph).join('\n\n')
    again(before, NONE)
    again(before.replace(paragraph, `${paragraph} More.`), NONE)
    assert.deepEqual(seen, [before, `${paragraph} More.\n\n`])
  })

  it('matches everything when the manuscript defines something else', () => {
    const { again, seen } = spied()
    const prose = 'A TC.\n\nAnother TC.'
    again(prose, NONE)
    again(prose, new Map([['TC', 'tumor cell']]))
    again(prose, new Map([['TC', 'tumor cell']]))
    assert.deepEqual(seen, [prose, prose])
  })
})

/** A matcher, and the texts that the lexicon was asked about. */
function spied() {
  const seen: string[] = []
  const watched: Lexicon = {
    ...lexicon,
    mentionsIn(prose, definitions) {
      seen.push(prose)
      return lexicon.mentionsIn(prose, definitions)
    },
  }
  const matcher = mentionsAgain()
  return {
    seen,
    again: (prose: string, definitions: ReadonlyMap<string, string>) => matcher(watched, prose, definitions),
  }
}
