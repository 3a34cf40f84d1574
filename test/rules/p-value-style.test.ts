import { checkDiagnostics, checkFix } from '../support/fixture.ts'

describe('p-value-style', () => {
  it('compares P values with each other, not with probabilities', () =>
    checkDiagnostics(
      `//- paper.md
Weight (*P* = 0.03), volume (P < 0.05) and number (P = .04) fell; the edge probability was p = 0.1, the allele frequency 0.3 (p = 0.3).
                                                   ^^^^^^^ warning p-value-style: This P value has no zero before the point; most P values here are written with a zero before the point.
`,
      { only: 'p-value-style' },
    ))

  it('takes what is below a usual threshold for a P value wherever it stands', () =>
    checkDiagnostics(
      `//- paper.md
Weight fell (P = 0.03) and so did volume (P = 0.02; ANOVA p < 0.001), by the t test p < 0.05, at a rate of p < 0.3,
                                                          ^^^^^^^^^ warning p-value-style: This P value has a small p; most P values here are written with a capital P.
                                                                                    ^^^^^^^^ warning p-value-style: This P value has a small p; most P values here are written with a capital P.
and number (P = 0.04). The allele frequency was p < 0.01.
`,
      { only: 'p-value-style' },
    ))
})

describe('p-value-style of other journals', () => {
  it('reads the middle dot of The Lancet and the comma of other languages as a point', () =>
    checkDiagnostics(
      `//- paper.md
Groups differed (p=0·70; p=0·0002), two did not (p=0·000), nor this one (p = 0,000) or that (p = 0,05).
                                                 ^^^^^^^ warning p-value-style: A P value is never 0; write “p<0·001”.
                                                                         ^^^^^^^^^ warning p-value-style: A P value is never 0; write “p < 0,001”.
`,
      { only: 'p-value-style' },
    ))

  it('takes no pressure and nothing that software printed for a P value', () =>
    checkDiagnostics(
      `//- paper.md
The pump was set (p = 1.5 bar; P = 2.0 MPa). SPSS prints “P = 0.000” (Table 1).
`,
      { only: 'p-value-style' },
    ))

  it('finds the zeros of a column of P values, and no others', () =>
    checkDiagnostics(
      `//- paper.md
| Variable | Slope | *P* value^a^ |
|----------|------:|-------------:|
| Age      | 0.000 | .41          |
| Stage    | 1.20  | 0.000        |
                     ^^^^^ warning p-value-style: A P value is never 0; write “<0.001”.
| Grade    | 0.000 | **.000***    |
                       ^^^^ warning p-value-style: A P value is never 0; write “<.001”.

| Variable | Plasma |
|----------|-------:|
| Copies   | 0.000  |
`,
      { only: 'p-value-style' },
    ))

  it('keeps the emphasis and the spaces of what it repairs', async () => {
    await checkFix(
      '//- paper.md\nGroups differed (*P* = 0.000) twice (*P*=.00).',
      'p-value-style',
      'Groups differed (*P* < 0.001) twice (*P*<.01).',
    )
    await checkFix(
      '//- paper.md\nGroups (*P* = 0.03, *P* = 0.02, *p* = .04) differed.',
      'p-value-style',
      'Groups (*P* = 0.03, *P* = 0.02, *P* = 0.04) differed.',
    )
  })
})

describe('p-value-style beyond one letter', () => {
  it('reads what tells P values apart, words and formulas', () =>
    checkDiagnostics(
      `//- paper.md
P~trend~ = 0.000, P<sub>adj</sub> = 0.000, P for interaction < 0.001 and < 0.01; P value of 0.000 and $p_{adj} = .000$.
^^^^^^^^^^^^^^^^ warning p-value-style: A P value is never 0; write “P~trend~ < 0.001”.
                  ^^^^^^^^^^^^^^^^^^^^^^^ warning p-value-style: A P value is never 0; write “P<sub>adj</sub> < 0.001”.
                                                                                 ^^^^^^^^^^^^^^^^ warning p-value-style: A P value is never 0; write “P value of <0.001”.
                                                                                                       ^^^^^^^^^^^^^^ warning p-value-style: A P value is never 0; write “p_{adj} < .001”.

The mean was (p-value: 0.03), $np = 0.00$, $p_0 = 0.0$, $\\alpha p = 0.000$, $P(x) = 0.00$.
`,
      { only: 'p-value-style' },
    ))

  it('repairs a formula and a wording in place', async () => {
    await checkFix('//- paper.md\nSo $t(3) = 2, p = 0.000$.', 'p-value-style', 'So $t(3) = 2, p < 0.001$.')
    await checkFix('//- paper.md\nWith a p-value: 0.000.', 'p-value-style', 'With a p-value: <0.001.')
  })

  it('asks for italics and exact values in AMA style alone', () =>
    checkDiagnostics(
      `//- paper.md
Weight (*P* = .03) and number (P = .05) fell.
                               ^^^^^^^ warning p-value-style: This P value has an upright P; AMA style asks for P in italics.

Others (*P* < .05) did not (*P* = .234), nor these (*P* = .0002; *P* < .001; *P* = .049; *P* = .004; *P* > .99).
        ^^^^^^^^^ warning p-value-style: AMA style gives a P value exactly, unless it is below .001.
                            ^^^^^^^^^^ warning p-value-style: AMA style gives a P value of .01 and more with two digits.
                                                    ^^^^^^^^^^^ warning p-value-style: AMA style writes P < .001 for a P value as small as this.
`,
      {
        only: 'p-value-style',
        settings: new Map([['p-value-style', { severity: 'warning', options: { style: 'ama' } }]]),
      },
    ))
})
