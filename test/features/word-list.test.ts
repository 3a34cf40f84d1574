import assert from 'node:assert/strict'
import { wordList } from '../../src/features/word-list.ts'
import { open } from '../support/fixture.ts'

describe('the list of words for a spelling checker', () => {
  it('has the words of the lexicon and the abbreviations of the manuscript, once each and in order', async () => {
    const { analysis } = open('//- paper.md\nThe quorum sensing peptide (QSP) acts.\n')
    const words = wordList(await analysis())
    for (const word of ['anoikis', 'intravasation', 'QSP', 'macrometastasis']) assert.ok(words.includes(word), word)
    assert.equal(new Set(words.map(word => word.toLowerCase())).size, words.length)
    assert.deepEqual(
      words,
      [...words].sort((a, b) => a.localeCompare(b, 'en')),
    )
    assert.ok(words.every(word => /^[\p{L}\p{M}’']{3,}$/u.test(word)))
  })
})
