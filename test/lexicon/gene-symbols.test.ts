import assert from 'node:assert/strict'
import { readGeneSymbols } from '../../src/lexicon/gene-symbols.ts'

describe('readGeneSymbols', () => {
  it('reads downloads of HGNC, tables of others and plain lines', () => {
    for (const text of [
      'HGNC ID\tApproved symbol\tStatus\tPrevious symbols\nHGNC:1\tADGRE1\tApproved\tEMR1, TM7LN3\n',
      'old,new\nEMR1,ADGRE1\n',
      '"Previous symbol";"Approved symbol"\n"EMR1";"ADGRE1"\n',
      'EMR1 ADGRE1\r\n',
      'EMR1=ADGRE1',
      'EMR1 -> ADGRE1\n',
    ]) {
      assert.equal(readGeneSymbols(text).of('EMR1'), 'ADGRE1', text)
      assert.equal(readGeneSymbols(text).of('ADGRE1'), undefined, text)
    }
  })

  it('knows no symbol that several genes had', () => {
    const list = readGeneSymbols('old,new\nPCI,SERPINA5\nPCI,OTHER1\n')
    assert.equal(list.of('PCI'), undefined)
  })

  it('is empty where there is no list', () => {
    assert.equal(readGeneSymbols('').size, 0)
    assert.equal(readGeneSymbols('A text about genes and more.\n\nAnother paragraph.').size, 0)
  })
})
