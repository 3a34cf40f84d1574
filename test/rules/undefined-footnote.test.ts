import { checkDiagnostics, checkFix } from '../support/fixture.ts'

const only = 'undefined-footnote'

describe('undefined-footnote', () => {
  it('says nothing of notes that are defined, before or after', () =>
    checkDiagnostics('//- paper.md\n[^a]: First.\n\nText[^a] and[^b].\n\n[^b]: Second.\n', { only }))
  it('offers the note that is meant', () =>
    checkFix('//- paper.md\nText[^coutn].\n\n[^count]: Note.\n', only, 'Text[^count].\n\n[^count]: Note.\n'))
})
