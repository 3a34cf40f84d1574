import assert from 'node:assert/strict'
import { readBibliography } from '../../src/bibliography/read-bibliography.ts'
import { lineIndex } from '../../src/text/line-index.ts'
import { bibtexRows } from './bad-input/bibtex.ts'
import { otherRows } from './bad-input/others.ts'

const TABLE = [...bibtexRows, ...otherRows]

/** A problem as the author sees it. */
const shown = (text: string, file: string): readonly string[] => {
  const { positionAt } = lineIndex(text)
  return readBibliography(text, file).problems.map(({ message, span }) => {
    const { line, column } = positionAt(span.start)
    return `${line}:${column} ${message}`
  })
}

describe('a bad bibliography', () => {
  for (const { item, file, text, reads, keys } of TABLE) {
    it(`${item}: says what and where, and keeps the rest`, () => {
      assert.deepEqual(shown(text, file), reads)
      const { references } = readBibliography(text, file)
      assert.deepEqual(
        references.map(({ citekey }) => citekey),
        keys,
      )
      // Nothing is lost, hangs or throws when it is looked at.
      for (const { citekey, item } of references) assert.equal(item.id, citekey)
    })
  }

  it('shows nothing of a file that an entity names', () => {
    const { text, file } = TABLE.find(({ item }) => item.startsWith('external entities'))!
    assert.equal(readBibliography(text, file).references[0]!.item.title, '&f;')
  })
})
