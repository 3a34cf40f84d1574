import { checkDiagnostics, checkFix } from '../support/fixture.ts'

const silent = (only: string, body: string, file = 'paper.md') => checkDiagnostics(`//- ${file}\n${body}\n`, { only })

describe('wrong-dialect-cross-reference', () => {
  const only = 'wrong-dialect-cross-reference'
  it('writes the form of the dialect where that label exists', async () => {
    await checkFix(
      '//- paper.qmd\n![F](https://x.org/a.png){#fig-a}\n\nSee @fig:a.\n',
      only,
      '![F](https://x.org/a.png){#fig-a}\n\nSee @fig-a.\n',
    )
    await checkFix(
      '//- paper.md\n![F](https://x.org/a.png){#fig:a}\n\nSee @fig-a and \\@ref(fig:a).\n',
      only,
      '![F](https://x.org/a.png){#fig:a}\n\nSee @fig:a and @fig:a.\n',
    )
    await checkFix(
      '//- paper.Rmd\n```{r a, fig.cap="A"}\n1\n```\n\nSee @fig:a.\n',
      only,
      '```{r a, fig.cap="A"}\n1\n```\n\nSee \\@ref(fig:a).\n',
    )
  })
  it('says nothing of citekeys that look alike, and of the right form', async () => {
    await silent(only, 'See @fig-tree2020 and @fig:b.')
    await silent(only, 'See @fig-b and @fig:tree.', 'paper.qmd')
    await silent(only, 'See \\@ref(fig:a) and `@fig-a`.', 'paper.Rmd')
  })
})

describe('unresolved-cross-reference', () => {
  const only = 'unresolved-cross-reference'
  it('knows captions, raw TeX, chunks and headings', async () => {
    await silent(only, 'See @tbl:a and \\ref{sec}.\n\n| a |\n|---|\n| 1 |\n\n: Text {#tbl:a}\n\n# Sec')
    await silent(
      only,
      'See @tbl-a, @fig-b, @fig-b-2 and @lst-c.\n\n```{=latex}\n\\label{tbl-a}\n```\n\n```{r}\n#| label: fig-b\n#| lst-label: lst-c\n1\n```',
      'paper.qmd',
    )
    await silent(
      only,
      'See \\@ref(fig:a), \\@ref(tab:b) and \\@ref(head).\n\n```{r a, fig.cap="A"}\n1\n```\n\n```{r b}\nkable(x, caption = "B")\n```\n\n# Head',
      'paper.Rmd',
    )
    await silent(only, '(a)=\n# Head\n\n[](#a), {ref}`a`, [](#head) and @a.', 'paper.md')
  })
})

describe('duplicate-label', () => {
  it('says nothing of one label found in two ways', () =>
    silent('duplicate-label', '```{r fig-a}\n#| fig-cap: A\n1\n```\n\n![B](https://x.org/b.png){#fig-b}', 'paper.qmd'))
})

describe('unreferenced-figure', () => {
  const only = 'unreferenced-figure'
  const figure = (label: string) => `![A](https://x.org/${label}.png){#${label}}`
  it('asks for no part of a figure, and for no figure of which a part is mentioned', async () => {
    await silent(only, `::: {#fig-a}\n${figure('fig-b')}\n\n${figure('fig-c')}\n\nA.\n:::\n\nSee @fig-a.`, 'paper.qmd')
    await silent(only, `::: {#fig-a}\n${figure('fig-b')}\n\n${figure('fig-c')}\n\nA.\n:::\n\nSee @fig-b.`, 'paper.qmd')
  })
  it('says nothing in a text that refers to nothing', () => silent(only, figure('fig:a')))
})

describe('missing-heading-anchor', () => {
  const only = 'missing-heading-anchor'
  for (const body of [
    '[a](#some-heading), [b](#x), [c](#y), [d](#refs), [e](#), [f](#z)\n\n# Some *heading*\n\n# X {#x}\n\n<a id="y"></a> [z]{#z}',
    '[a](https://x.org/#b) and [c](other.md#d)',
    '[a](#same-1)\n\n# Same\n\n# Same',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
  it('offers the heading that is meant', () =>
    checkFix('//- paper.md\n[a](#mehtods)\n\n# Methods\n', only, '[a](#methods)\n\n# Methods\n'))
})

describe('undefined-link-reference', () => {
  const only = 'undefined-link-reference'
  for (const body of [
    '[a][site], [site], [site][] and ![b][site]\n\n[site]: https://x.org',
    'The array a[i][j], x [1][2], [@roe2001][@doe2019] and [p. 3][^1].\n\n[^1]: Note.',
    'See [the methods][Methods].\n\n# Methods',
    '`[a][b]` and \\[a\\][b]',
  ]) {
    it(`says nothing of ${JSON.stringify(body)}`, () => silent(only, body))
  }
})

describe('missing-file', () => {
  const only = 'missing-file'
  it('says nothing of files that are there, of addresses, templates and generated figures', () =>
    checkDiagnostics(
      `//- a.png
x
//- figures/b%20c.png
x
//- paper.md
![A](a.png) ![B](figures/b%20c.png) ![C](https://x.org/c.png) ![D]({{path}}/d.png) ![E](paper_files/figure-html/e-1.png) ![F](f)
`,
      { only },
    ))
  it('finds includes that are missing, but not in code', () =>
    checkDiagnostics(
      `//- paper.qmd
{{< include methods.qmd >}}
            ^^^^^^^^^^^ error missing-file: The file “methods.qmd” was not found.

\`\`\`
{{< include other.qmd >}}
\`\`\`
`,
      { only },
    ))
})
