import assert from 'node:assert/strict'
import { findAbbreviations } from '../../src/manuscript/abbreviations.ts'
import type { DialectName } from '../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../src/manuscript/read-manuscript.ts'

const proseOf = (text: string, dialect: DialectName = 'pandoc') => {
  const { prose } = readManuscript(text, dialect)
  assert.equal(prose.length, text.length)
  return prose
    .replace(/\[\s*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('prose', () => {
  it('has title and abstract of the metadata, without what is no prose in them, and nothing else of it', () => {
    for (const abstract of [
      '|\n    Cells `code` $x$ [@doe2019] rest.\n\n    They (ECM)\n    sleep.',
      '>-\n  Cells [@doe2019] rest.\n  They (ECM) sleep.',
      '"Cells [@doe2019] rest.\n  They (ECM) sleep."',
      '\n  - Cells rest.\n  - They (ECM) sleep.',
    ]) {
      for (const [dialect, eol] of [
        ['pandoc', '\n'],
        ['quarto', '\r\n'],
        ['myst', '\n'],
        ['myst', '\r\n'],
      ] as const) {
        const text = `---\ntitle: On rest\nabstract: ${abstract}\nkeywords: [cells]\n---\n\nText.\n`.replace(/\n/g, eol)
        assert.match(proseOf(text, dialect), /^On rest (?:- )?Cells rest\. (?:- )?They \(ECM\) sleep\. Text\.$/)
      }
    }
    assert.equal(proseOf('---\nauthor: On Rest\nabstract-title: Summary\n---\n\nText.\n'), 'Text.')
  })

  it('has what an abbreviation stands for in a role of MyST', () => {
    const text = 'The {abbr}`ECM (extracellular matrix)` is H{sub}`2`O.\n'
    assert.equal(proseOf(text, 'myst'), 'The ECM (extracellular matrix) is H O.')
    assert.deepEqual(
      findAbbreviations(readManuscript(text, 'myst')).map(({ short, long }) => `${short} = ${long}`),
      ['ECM = extracellular matrix'],
    )
  })

  it('has each definition of such an abstract once', () => {
    const text = '---\nabstract: |\n  The extracellular\n  matrix (ECM) is stiff.\n---\n\nText.\n'
    assert.deepEqual(
      findAbbreviations(readManuscript(text, 'quarto')).map(({ short, long }) => `${short} = ${long}`),
      ['ECM = extracellular matrix'],
    )
  })

  it('comes in the order of the text, in whatever order the metadata has its fields', () => {
    const { blocks } = readManuscript('---\ntitle: One\nsummary: Two.\nabstract: Three.\n---\n\nFour.\n', 'pandoc')
    const starts = blocks.map(({ span }) => span.start)
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    )
    assert.equal(starts.length, 4)
  })

  it('has no address, whatever makes links of it', () => {
    for (const dialect of ['pandoc', 'quarto', 'rmarkdown', 'myst'] as const) {
      assert.equal(
        proseOf('See https://example.org/anoikis, www.example.org/niche (jane.doe@niche.org).\n', dialect),
        'See , ( ).',
      )
    }
    assert.equal(proseOf('Cells @ 37 °C, at 10 @ 5 and me@home.\n', 'myst'), 'Cells @ 37 °C, at 10 @ 5 and me@home.')
  })
})
