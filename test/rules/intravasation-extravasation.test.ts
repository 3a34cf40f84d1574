import { checkDiagnostics } from '../support/fixture.ts'

describe('intravasation-extravasation', () => {
  it('reads whose way it is, and organs', () =>
    checkDiagnostics(
      `//- paper.md
Extravasation of tumour cells into the circulation and intravasation of CTCs into the liver are mixed up.
^^^^^^^^^^^^^ warning intravasation-extravasation: “Extravasation” leads out of vessels, and the sentence says “into the vessels”; is “Intravasation” meant?
                                                       ^^^^^^^^^^^^^ warning intravasation-extravasation: “intravasation” leads into vessels, and the sentence says “into the tissue”; is “extravasation” meant?

Extravasation of tumour cells into the liver, of blood into the lymphatics; intravasation of CTCs into the lung
vasculature, into liver sinusoids, and of cells of the brain into its vessels.
`,
      { only: 'intravasation-extravasation' },
    ))
})
