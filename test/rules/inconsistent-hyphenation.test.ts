import { checkDiagnostics, checkFix } from '../support/fixture.ts'

describe('inconsistent-hyphenation of terms', () => {
  it('compares words that stand together or apart, and “self”, but no attributes', () =>
    checkDiagnostics(
      `//- paper.md
Self-seeding is self-seeding. Stem-like phenotype. Tumor-cell death and tumor cells. Cancer-stem cell, cancer stem cells.
Self seeding in the *blood stream*, the blood
^^^^^^^^^^^^ warning inconsistent-hyphenation: “Self seeding” is written “Self-seeding” elsewhere in this manuscript (2 times).
stream and bloodstreams; a stemlike phenotype and a stem-like phenotype. A “blood-stream”.
           ^^^^^^^^^^^^ warning inconsistent-hyphenation: “bloodstreams” is written “blood streams” elsewhere in this manuscript (2 times).
                           ^^^^^^^^^^^^^^^^^^ warning inconsistent-hyphenation: “stemlike phenotype” is written “stem-like phenotype” elsewhere in this manuscript (2 times).
`,
      { only: 'inconsistent-hyphenation' },
    ))

  it('keeps capitals and plurals of what it repairs', () =>
    checkFix(
      '//- paper.md\nThe bloodstream, the bloodstream. Blood streams differ.',
      'inconsistent-hyphenation',
      'The bloodstream, the bloodstream. Bloodstreams differ.',
    ))
})

describe('inconsistent-hyphenation of “non”', () => {
  const asked = (non: string) => ({
    only: 'inconsistent-hyphenation' as const,
    settings: new Map([['inconsistent-hyphenation', { severity: 'warning' as const, options: { non } }]]),
  })

  it('has the hyphen that is asked for', () =>
    checkDiagnostics(
      `//- paper.md
A nontumorigenic and a non-tumorigenic line: nonsense mutations, nonetheless.
  ^^^^^^^^^^^^^^ warning inconsistent-hyphenation: “nontumorigenic” is written without a hyphen; this project asks for “non-tumorigenic”.
`,
      asked('hyphen'),
    ))

  it('is closed up where that is asked for', () =>
    checkDiagnostics(
      `//- paper.md
A nontumorigenic and a non-tumorigenic line of non-Hodgkin lymphoma.
                       ^^^^^^^^^^^^^^^ warning inconsistent-hyphenation: “non-tumorigenic” is written with a hyphen; this project asks for “nontumorigenic”.
`,
      asked('closed'),
    ))
})
