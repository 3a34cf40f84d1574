import { checkDiagnostics } from '../support/fixture.ts'

describe('met-emt-mismatch', () => {
  it('reads emphasis, marks of references, hyphens and definitions in words', () =>
    checkDiagnostics(
      `//- paper.md
An *epithelial-mesenchymal transition* (*MET*), an epithelial-mesenchymal-transition^3^ (MET),
                                         ^^^ warning met-emt-mismatch: “MET” abbreviates mesenchymal-epithelial transition; “epithelial-mesenchymal transition” is “EMT”.
                                                                                         ^^^ warning met-emt-mismatch: “MET” abbreviates mesenchymal-epithelial transition; “epithelial-mesenchymal-transition” is “EMT”.
a mesenchymal-epithelial transition [3, 4] (EMT). EMT stands for mesenchymal-epithelial transition.
                                            ^^^ warning met-emt-mismatch: “EMT” abbreviates epithelial-mesenchymal transition; “mesenchymal-epithelial transition” is “MET”.
                                                  ^^^ warning met-emt-mismatch: “EMT” abbreviates epithelial-mesenchymal transition; “mesenchymal-epithelial transition” is “MET”.

Cells undergo EMT, or mesenchymal-epithelial transition (MET); epithelial-mesenchymal transition^3^ (EMT) is no MET.
`,
      { only: 'met-emt-mismatch' },
    ))
})
