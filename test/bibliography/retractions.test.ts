import assert from 'node:assert/strict'
import { readRetractions } from '../../src/bibliography/retractions.ts'

describe('lists of retractions', () => {
  it('are read from the CSV of Retraction Watch', () => {
    const list =
      readRetractions(`Record ID,Title,OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature,Reason\r
1,"A ""quoted"", title
on two lines",10.1000/X.1,123,1/2/2020 0:00,Retraction,+Fake Data;
2,B,10.1000/x.2,0,1/2/2020 0:00,Correction,+Error;
3,C,10.1000/x.3,0,,Expression of concern,
`)
    assert.deepEqual(list.of({ id: 'a', type: '', DOI: 'https://doi.org/10.1000/x.1' }), {
      nature: 'Retraction',
      date: '1/2/2020',
      reason: 'Fake Data',
    })
    assert.equal(list.of({ id: 'a', type: '', PMID: '123' })?.nature, 'Retraction')
    assert.equal(list.of({ id: 'a', type: '', DOI: '10.1000/x.2' }), undefined)
    assert.equal(list.of({ id: 'a', type: '', DOI: '10.1000/x.3' })?.nature, 'Expression of concern')
    assert.equal(list.of({ id: 'a', type: '', PMID: '0' }), undefined)
    assert.equal(list.of({ id: 'a', type: '' }), undefined)
  })

  it('are read from plain lists of identifiers', () => {
    const list = readRetractions('123\n456, 10.1000/x.9.\n')
    assert.deepEqual(
      [
        list.size,
        list.of({ id: 'a', type: '', PMID: '456' })?.nature,
        list.of({ id: 'a', type: '', DOI: '10.1000/X.9' })?.nature,
      ],
      [3, 'Retraction', 'Retraction'],
    )
  })

  it('may be broken', () => {
    assert.equal(readRetractions('').size, 0)
    assert.equal(readRetractions('DOI\n"10.1000/x.1').size, 1)
  })
})
