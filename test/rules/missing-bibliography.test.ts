import { checkDiagnostics } from '../support/fixture.ts'

const only = 'missing-bibliography'

describe('missing-bibliography', () => {
  it('points at the path in a list, and at a file of almost that name', () =>
    checkDiagnostics(
      `//- refs.json
[]
//- paper.md
---
bibliography:
- refs.bib
  ^^^^^^^^ error missing-bibliography: The bibliography “refs.bib” was not found; looked at refs.bib. There is “refs.json” in that folder.
---
`,
      { only },
    ))

  it('refuses a folder and a network share, and leaves a web address alone', () =>
    checkDiagnostics(
      `//- refs.bib/x.txt
x
//- paper.md
---
bibliography: [refs.bib, "https://x.org/r.bib", '//server/r.bib']
               ^^^^^^^^ error missing-bibliography: The bibliography “refs.bib” is a folder, not a file.
                                                 ^^^^^^^^^^^^^^ error missing-bibliography: The bibliography “//server/r.bib” is not a file of this machine; save it beside the manuscript and name it here.
---
`,
      { only },
    ))
})
