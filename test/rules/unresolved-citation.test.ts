import { checkDiagnostics, checkFix } from '../support/fixture.ts'

const REFS = `//- refs.bib
@article{doe2019, title = {T}, author = {Doe, Jan}, journal = {J}, year = 2019}
`
const HEAD = '---\nbibliography: refs.bib\n---\n'
const only = 'unresolved-citation'

describe('unresolved-citation', () => {
  it('reports every item of a citation separately', () =>
    checkDiagnostics(
      `${REFS}//- paper.md
${HEAD}Known [@doe2019] and unknown [see @roe2001, p. 4; @poe1845].
                                  ^^^^^^^^ error unresolved-citation: No reference has the citekey “roe2001”.
                                                  ^^^^^^^^ error unresolved-citation: No reference has the citekey “poe1845”.
`,
      { only },
    ))

  it('reports a citation in the caption that a chunk gives, at its place behind quotes and comment signs', () =>
    checkDiagnostics(
      `${REFS}//- paper.qmd
${HEAD}\`\`\`{r}
#| fig-cap: "Cells \\"🧬\\" [@doe2019; @roe2001]"
                                     ^^^^^^^^ error unresolved-citation: No reference has the citekey “roe2001”.
#| tbl-cap: >
#|   It's [see
#|     @poe1845]
       ^^^^^^^^ error unresolved-citation: No reference has the citekey “poe1845”.
plot(x@y)
\`\`\`
`,
      { only },
    ))

  it('says nothing of code, e-mail addresses and escapes', () =>
    checkDiagnostics(`${REFS}//- paper.md\n${HEAD}\`@roe2001\` and ann@example.org.\n`, { only }))

  it('takes a handle in a text that cites nothing for a handle', () =>
    checkDiagnostics('//- README.md\nThanks to @octocat.\n', { only }))

  it('reports a citation in brackets even where there is no bibliography', () =>
    checkDiagnostics(
      `//- paper.md
Shown before [@somebody].
              ^^^^^^^^^ error unresolved-citation: No reference has the citekey “somebody”.
`,
      { only },
    ))

  it('leaves identifiers that Manubot looks up alone', () =>
    checkDiagnostics(
      '//- content/metadata.yaml\n//- content/01.intro.md\nShown [@doi:10.1038/nature12373; @pmid:21376230].\n',
      { only },
    ))

  it('offers the key that is meant', () =>
    checkFix(`${REFS}//- paper.md\n${HEAD}[@{doe2091}]\n`, only, `${HEAD}[@{doe2019}]\n`, 'Cite “doe2019” instead'))

  it('keeps columns right after characters of two units, and line ends of every kind', () =>
    checkDiagnostics(
      `${REFS}//- paper.md
${HEAD}𝛼-catenin 李 [@roe2001].\r
              ^^^^^^^^ error unresolved-citation: No reference has the citekey “roe2001”.
`,
      { only },
    ))

  it('looks behind the property of a typed citation, where the manuscript has typed citations', () =>
    checkDiagnostics(
      `${REFS}//- paper.md
---
cito-bibliography: refs.bib
---
As [@citesAsAuthority:doe2019; @method_in:roe2001] and [@other:doe2019].
                               ^^^^^^^^^^^^^^^^^^ error unresolved-citation: No reference has the citekey “method_in:roe2001”.
                                                        ^^^^^^^^^^^^^^ error unresolved-citation: No reference has the citekey “other:doe2019”.
`,
      { only },
    ))

  it('leaves to MyST and Manubot what they fill in', async () => {
    await checkDiagnostics(':::{note}\n@xref:spec/tables#a and @doi:10.1038/x\n:::\n'.replace(/^/, '//- paper.md\n'), {
      only,
    })
    await checkDiagnostics(
      '//- content/metadata.yaml\ntitle: T\n//- content/01.a.md\nBy @{{author}} [@doi:10.1038/x].\n',
      { only },
    )
  })
})
