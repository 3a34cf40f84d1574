import assert from 'node:assert/strict'
import { checkDiagnostics, checkFix } from '../support/fixture.ts'

const clean = (rule: string, text: string) => checkDiagnostics(`//- paper.md\n${text}\n`, { only: rule })

describe('wording rules', () => {
  it('leave names, quotations and the back matter their spelling', () =>
    clean(
      'inconsistent-spelling',
      `The tumor is a tumor. The Tumour Microenvironment Society met. They said “the tumour grows”.

# References

A title about the tumour. 2004.`,
    ))

  it('leave people and societies their spelling at the beginning of a sentence', () =>
    clean(
      'inconsistent-spelling',
      'The harbour of a tumour. Dr. Harbor came. Leukemia & Lymphoma Society. Their leukaemia.',
    ))

  it('do not mix words that are both right', () =>
    clean(
      'inconsistent-spelling',
      'We analyze data. The analyses agree. The program is a programme. A meter measures a metre.',
    ))

  it('leave other directions of extravasation and intravasation alone', () =>
    clean(
      'intravasation-extravasation',
      'Cells extravasate from the circulation into the lung tissue. They intravasate into blood vessels. Extravasation through vessels is slow.',
    ))

  it('take no other p for a P value', () =>
    clean(
      'p-value-style',
      'The gene p53 = 0 copies, page p 5, (P < 0.001), P = 0.04, p = 1, P = 0.000012, and p = 0.00% of cells.',
    ))

  it('let a manuscript call something else by the letters of an old symbol', () =>
    clean('deprecated-gene-symbol', 'Mouse for actively recording cells 1 (MARC1) has barcodes. MARC1 mice were bred.'))

  it('take a parameter for no P value', () =>
    checkDiagnostics(
      `//- paper.md
An AR(p) model with p > 1, a dropout of p = 0.0, a Tweedie power of p = 1.5; at P = 0, with (P = 0. 002) ill copied, and when p = 0 nothing flows.
It was not (p > 1), the P value = 0, and P = 0.000.
            ^^^^^ warning p-value-style: A P value is never above 1.
                        ^^^^^^^^^^^ warning p-value-style: A P value is never 0; write “P value < 0.001”.
                                         ^^^^^^^^^ warning p-value-style: A P value is never 0; write “P < 0.001”.
`,
      { only: 'p-value-style' },
    ))

  it('let what is no cell leak into vessels and lumens', () =>
    clean(
      'intravasation-extravasation',
      'Cement extravasation into the vessels. Contrast medium extravasated into the circulation; bleeding with extravasation into the lumen of the bowel.',
    ))

  it('know that a date may be a date', () =>
    clean('excel-mangled-gene', '| sampled | mice |\n|---|---|\n| 1-Mar | 4 |\n| 2-Mar | 5 |'))

  it('know the numbers of trials', () =>
    clean(
      'trial-registration',
      'See NCT01234567, NCT 01234567, ISRCTN12345678 and [NCT](https://example.org/NCT0123).',
    ))

  it('leave people whose disease is named after them, and diseases that are no people', () =>
    clean(
      'person-first-wording',
      'Patients with diabetes and diabetic mice; the disabled gene; the mentally ill patients; anti-epileptics; they said “diabetics”.',
    ))

  it('know the other ways of making people of a disease', () =>
    checkDiagnostics(
      `//- paper.md
Diabetic patients and the mentally
^^^^^^^^^^^^^^^^^ warning person-first-wording: “Diabetic patients” makes people of their disease; say “Patients with diabetes”.
                      ^^^^^^^^^^^^ warning person-first-wording: “the mentally ill” makes people of their disease; say “people with mental illness”.
ill were excluded; hemophiliacs were not.
                   ^^^^^^^^^^^^ warning person-first-wording: “hemophiliacs” makes people of their disease; say “people with hemophilia”.
`,
      { only: 'person-first-wording' },
    ))

  it('know words that only look like a prefix', () =>
    clean(
      'inconsistent-hyphenation',
      'We recover and re-cover, and micro- and macrometastases, with non-small cells and nonsense.',
    ))

  it('move no part of a disease’s name away from it', async () => {
    const breast = '//- paper.md\nBlood of breast cancer patients and poorly controlled diabetics.\n'
    await assert.rejects(checkFix(breast, 'person-first-wording', ''), /no fix/)
    await checkFix(
      '//- paper.md\nBlood of 30 cancer patients.\n',
      'person-first-wording',
      'Blood of 30 patients with cancer.\n',
    )
  })

  it('tell limits from what something comes from', () =>
    checkDiagnostics(
      `//- paper.md
Cells from 5-7 rats, a ratio from 5-7:1 to 1-2:1, and 116 maps from 116-127 electrograms.
It fell from 2-3 mg to 1-2 mg; it ranged from 2-10 months, from 4.5-5.6, and from 1975-1992 in all.
                                         ^^^^^^^^^ warning range-dash: “from” goes with “to”: write “from 2 to 10”, or the dash without “from”.
                                                           ^^^^^^^^^^^^ warning range-dash: “from” goes with “to”: write “from 4.5 to 5.6”, or the dash without “from”.
                                                                             ^^^^^^^^^^^^^^ warning range-dash: “from” goes with “to”: write “from 1975 to 1992”, or the dash without “from”.
`,
      { only: 'range-dash' },
    ))
})
