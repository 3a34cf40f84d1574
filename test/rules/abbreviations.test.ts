import { checkDiagnostics } from '../support/fixture.ts'

describe('abbreviation rules', () => {
  it('stay silent where an abstract, a caption and the text define alike', () =>
    checkDiagnostics(
      `//- paper.md
# Abstract

Stiffness of the extracellular matrix (ECM) matters; ECM is stiff.

# Results

The extracellular matrices (ECMs) differ. ECM stiffness rose.

![Extracellular matrix (ECM) in tumours.](https://example.org/a.png)
`,
    ))

  it('do not take a longer or shorter wording for another meaning', () =>
    checkDiagnostics(
      `//- paper.md
Human circulating tumour cells (CTCs) and circulating tumor cells (CTCs) are one. CTCs are rare.
`,
      { only: 'conflicting-abbreviation' },
    ))

  it('do not ask for a definition of what readers know, of words in capitals and of sequences', () =>
    checkDiagnostics(
      `//- paper.md
DNA and DNA, PCR and PCR, TP53 and TP53, MYC and MYC, GATC and GATC, III and III, and NOT this, NOT that, not those.
`,
      { only: 'undefined-abbreviation' },
    ))

  it('let a name hold an abbreviation that is defined later', () =>
    checkDiagnostics(
      `//- paper.md
Builds run on Travis CI. We use continuous integration (CI). CI is quick.
`,
      { only: 'abbreviation-before-definition' },
    ))

  it('count uses in captions and tables', () =>
    checkDiagnostics(
      `//- paper.md
The extracellular matrix (ECM) stiffens.

![ECM of a tumour](a.png)
`,
      { only: 'underused-abbreviation' },
    ))
})
