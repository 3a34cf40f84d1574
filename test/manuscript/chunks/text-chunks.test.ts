import assert from 'node:assert/strict'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { checkDiagnostics } from '../../support/fixture.ts'

describe('chunks of text', () => {
  it('are read as the Markdown that they become, whatever is in them', () =>
    checkDiagnostics(`//- refs.bib
@article{roe20, title = {Cells}, author = {Roe, Ann}, journal = {Stroma}, year = 2020}
//- paper.Rmd
---
bibliography: refs.bib
---
See Exercise \\@ref(exr:one) and @roe20.

\`\`\`{block2, type='important'}
Ask Jane.[^jane]

- one @roe21
      ^^^^^^ error unresolved-citation: No reference has the citekey “roe21”; did you mean “roe20”?
- two \\@ref(fig:none)
      ^^^^^^^^^^^^^^^ error unresolved-cross-reference: Nothing is labelled “fig:none”.
\`\`\`

\`\`\`{exercise, one}
What is *anoikis*?
\`\`\`

[^jane]: A tool.
`))

  it('are no prose where they are not shown, in other dialects, and with engines that run code', () => {
    const proseOf = (header: string, dialect: 'rmarkdown' | 'pandoc' = 'rmarkdown') =>
      readManuscript(`\`\`\`{${header}}\nTumor cells @a\n\`\`\`\n`, dialect).prose.trim()
    assert.deepEqual(
      [proseOf('block2'), proseOf('asis, echo=FALSE'), proseOf('r'), proseOf('block2x'), proseOf('block2', 'pandoc')],
      ['Tumor cells', '', '', '', ''],
    )
  })

  it('stand in quotations and lists, with Windows line ends', () => {
    const text = '> - ```{asis}\r\n>   Cells [@roe20]\r\n>   ```\r\n'
    const [citation] = readManuscript(text, 'rmarkdown').citations
    const { start, end } = citation!.items[0]!.citekeySpan
    assert.equal(text.slice(start, end), 'roe20')
  })
})
