import assert from 'node:assert/strict'
import type { DialectName } from '../../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'

const fence = (header: string, ...lines: string[]): string =>
  ['```{'.concat(header, '}'), ...lines, '```', ''].join('\n')

/** The citekeys of a manuscript; each stands where its span says. */
function citekeys(text: string, dialect: DialectName = 'quarto'): string[] {
  return readManuscript(text, dialect).citations.flatMap(({ items }) =>
    items.map(({ citekey, citekeySpan }) => {
      assert.equal(text.slice(citekeySpan.start, citekeySpan.end), citekey)
      return citekey
    }),
  )
}

/** What is prose of a text, without the white space around its lines. */
const prose = (text: string, dialect: DialectName = 'quarto'): string =>
  readManuscript(text, dialect)
    .prose.split(/\r\n|[\r\n]/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')

describe('captions of chunks', () => {
  it('are read from option comments, in every form of YAML', () => {
    const forms = [
      ['#| fig-cap: Cells [@a] and @b', ['a', 'b']],
      ['#| fig-cap: "Cells \\u00e9\\" [@a; @b]"', ['a', 'b']],
      ["#| fig-cap: 'It''s ''here'' [@a]'", ['a']],
      ['#| fig-cap: |\n#|   Cells [@a]\n#|   and @b', ['a', 'b']],
      ['#| fig-cap: >-\n#|   Cells [see\n#|   @a] and\n#|\n#|   @b', ['a', 'b']],
      ['#| fig-cap: Cells\n#|   go on [@a]', ['a']],
      ['#| fig-cap: "Cells\n#|   go on [@a]"', ['a']],
      ['#| fig-cap: "Cells\n#| go on [@a]"', ['a']],
      ['#| fig-cap: [One @a, "Two [@b]"]', ['a', 'b']],
      ['#| fig-subcap:\n#|   - One [@a]\n#|   - "Two @b"', ['a', 'b']],
      ['#| tbl-cap: "🧬 [@a]"', ['a']],
      ['#| tbl-subcap: ["@a"]', ['a']],
      ['#| lst-cap: Sorting [@a]', ['a']],
      ['#|fig-cap: "@a"', ['a']],
      ['# | fig-cap: "@a"', ['a']],
    ] as const
    for (const [options, keys] of forms)
      for (const dialect of ['quarto', 'rmarkdown'] as const)
        for (const text of [
          fence('r', options, 'plot(x@y)'),
          fence('r', options, 'plot(x@y)').replaceAll('\n', '\r\n'),
        ])
          assert.deepEqual(citekeys(text, dialect), keys, text)
  })

  it('are read behind the comment signs of other languages', () => {
    assert.deepEqual(citekeys(fence('ojs', '//| fig-cap: "[@a]"', 'x')), ['a'])
    assert.deepEqual(citekeys(fence('mermaid', '%%| fig-cap: "[@a]"', 'x')), ['a'])
    assert.deepEqual(citekeys(fence('dot', '//| fig-cap: "[@a]"', 'x')), ['a'])
    assert.deepEqual(citekeys(fence('sql', '--| tbl-cap: "[@a]"', 'x')), ['a'])
  })

  it('are read from the header as R reads it', () => {
    const forms = [
      ['r fig-x, fig.cap="Cells [@a]"', ['a']],
      ['r fig.cap=\'Cells "x" [@a]\', echo=FALSE', ['a']],
      [String.raw`r, fig.cap="\"x\" \u00e9\U0001F9EC\x41 [@a]"`, ['a']],
      ['r fig.cap=c("One @a", \'Two [@b]\')', ['a', 'b']],
      ['r fig.cap=paste("Cells [@a;", "@b]", sep = " ")', ['a', 'b']],
      ['r fig.cap=paste0("Cells ", n, " [@a]")', ['a']],
      [String.raw`r fig.cap=r"(Cells \alpha, [@a])"`, ['a']],
      ['r tab.cap="[@a]"', ['a']],
      ['r fig.cap=caption', []],
      ['r fig.cap=f("@a")', []],
      ['r fig.cap="[@a', []],
      ['r dev.args=list("@a")', []],
    ] as const
    for (const [header, keys] of forms)
      for (const dialect of ['quarto', 'rmarkdown'] as const)
        assert.deepEqual(citekeys(fence(header, 'plot(x@y)'), dialect), keys, header)
    assert.deepEqual(citekeys(fence('r', '#| fig.cap="Cells [@a]",', '#| echo=FALSE', 'x'), 'rmarkdown'), ['a'])
  })

  it('pasted strings are one group', () => {
    const { citations } = readManuscript(fence('r fig.cap=paste("A [@a;", "@b]")', '1'), 'rmarkdown')
    assert.deepEqual(
      citations.map(({ mode, items }) => [mode, items.length]),
      [['parenthetical', 2]],
    )
  })

  it('an option in a comment takes the place of one in the header', () =>
    assert.deepEqual(citekeys(fence('r fig.cap="@a"', '#| fig-cap: "@b"', '1')), ['b']))

  it('are not read where they are not printed', () => {
    for (const option of ['eval: false', 'include: false', 'output: false', 'fig-show: hide'])
      assert.deepEqual(citekeys(fence('r', '#| fig-cap: "@a"', `#| ${option}`, '1')), [], option)
    for (const option of ['eval=FALSE', 'include = F', "fig.show='hide'"])
      assert.deepEqual(citekeys(fence(`r fig.cap="@a", ${option}`, '1')), [], option)
    assert.deepEqual(citekeys(fence('r fig.cap="@a"', '#| eval: false', '1')), [])
    assert.deepEqual(citekeys(fence('r', '#| lst-cap: "@a"', '#| eval: false', '1')), ['a'])
  })

  it('nothing else of a chunk is read', () => {
    for (const line of [
      'fig-alt: "@a"',
      'fig-scap: "@a"',
      'label: "@a"',
      'fig-cap: !expr f("@a")',
      'code-summary: "@a"',
    ])
      assert.deepEqual(citekeys(fence('r', `#| ${line}`, '1')), [], line)
    assert.deepEqual(citekeys(fence('r', '1', '#| fig-cap: "@a"')), [])
    assert.deepEqual(citekeys('```r\n#| fig-cap: "@a"\n```\n'), [])
    assert.deepEqual(citekeys('```{.r fig-cap="@a"}\n1\n```\n'), [])
    assert.deepEqual(citekeys('```{{r}}\n#| fig-cap: "@a"\n```\n'), [])
  })

  it('stay code in dialects that run none, and in MyST', () => {
    for (const dialect of ['pandoc', 'manubot'] as const)
      assert.deepEqual(citekeys(fence('r', '#| fig-cap: "@a"', '1'), dialect), [], dialect)
    assert.deepEqual(citekeys(fence('code-cell', '#| fig-cap: "@a"', '1'), 'myst'), [])
  })

  it('are prose, and what is around them is none', () => {
    assert.equal(
      prose(
        fence(
          'r, fig.cap="Tumour \\"cells\\""',
          '#| tbl-cap: >',
          '#|   Stroma (ECM)',
          '#|   and [@a] *more*',
          'x <- 1',
        ),
      ),
      'Tumour  "cells "'.concat('\nStroma (ECM)\nand [  ] *more*'),
    )
    assert.equal(
      prose('> - a\n>\n>   ```{r}\n>   #| fig-cap: |\n>   #|   Stroma\n>   #|   cells\n>   1\n>   ```\n'),
      'a\nStroma\ncells',
    )
  })

  it('hold cross-references, labels and mathematics', () => {
    const text = fence('r', '#| tbl-cap: "As in @fig-b, $x@y$ {#tbl-planets}"', '1')
    const { crossReferences, labels } = readManuscript(text, 'quarto')
    assert.deepEqual(
      crossReferences.map(({ label }) => label),
      ['fig-b'],
    )
    assert.deepEqual(
      labels.map(({ label, span }) => [label, text.slice(span.start, span.end)]),
      [['tbl-planets', 'tbl-planets']],
    )
    const bookdown = fence('r a', '#| fig-cap: "As in \\\\@ref(fig:b)"', 'f("\\\\@ref(fig:c)")')
    assert.deepEqual(
      readManuscript(bookdown, 'rmarkdown').crossReferences.map(({ label }) => label),
      ['fig:b'],
    )
  })

  it('are inlines, whatever they begin with, each by itself', () => {
    const { headings, blocks, citations } = readManuscript(
      fence('r', '#| fig-cap: "# One"', '#| fig-subcap: ["1. Two", "word", "@a"]', '1'),
      'quarto',
    )
    assert.deepEqual(headings, [])
    assert.deepEqual(
      blocks.map(({ kind }) => kind),
      ['caption', 'caption', 'caption', 'caption'],
    )
    assert.equal(citations.length, 1)
  })

  it('are read as far as YAML that is half typed allows', () =>
    assert.deepEqual(citekeys(fence('r', '#| fig-cap: "Cells [@a]"', '#| fig-alt: "open', '1')), ['a']))
})
