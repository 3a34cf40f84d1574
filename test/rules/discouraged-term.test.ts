import { checkDiagnostics } from '../support/fixture.ts'

const PACK = `//- own.json
{"schemaVersion": 1, "id": "own", "title": "Own", "version": "1", "licence": "CC0-1.0", "concepts": [
{"id": "a", "label": "regulated cell death", "category": "process", "surfaceForms": [{"text": "programmed cell death", "kind": "obsolete"}]}]}
//- .stroma.yaml
lexicons: own.json
`

describe('discouraged-term', () => {
  it('leaves quotations, references and longer names alone', () =>
    checkDiagnostics(
      `${PACK}//- paper.md
Programmed cell death protein 1, programmed cell death-1 and “programmed cell death” (Doe). *Programmed cell death*.
                                                                                             ^^^^^^^^^^^^^^^^^^^^^ warning discouraged-term: “Programmed cell death” is out of use in “Own”; write “Regulated cell death”.

> They wrote of programmed cell death.

# References

1. Doe J. Programmed cell death. J Examples 2020.
`,
      { only: 'discouraged-term' },
    ))
})
