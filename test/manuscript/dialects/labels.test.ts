import assert from 'node:assert/strict'
import type { DialectName } from '../../../src/manuscript/manuscript.ts'
import { readManuscript } from '../../../src/manuscript/read-manuscript.ts'
import { slice } from '../../../src/text/span.ts'

const labels = (dialect: DialectName, text: string) =>
  readManuscript(text, dialect).labels.map(({ label, kind, span }) => {
    assert.ok(label.endsWith(slice(text, span)), `${label} stands at “${slice(text, span)}”`)
    return `${kind} ${label}`
  })
const references = (dialect: DialectName, text: string) =>
  readManuscript(text, dialect).crossReferences.map(
    ({ label, kind, form, span }) => `${form} ${kind} ${label} ${slice(text, span)}`,
  )

const TABLE = '| a | b |\n|---|---|\n| 1 | 2 |\n\n'

describe('labels', () => {
  it('of cells of MyST, in their options and in the comments that begin the code', () =>
    assert.deepEqual(
      labels(
        'myst',
        '```{code-cell} python\n#| label: cell-a\n1\n```\n\n```{code-cell} r\n:label: cell-b\n1\n```\n\n```python\n#| label: no\n1\n```\n',
      ),
      ['listing cell-a', 'listing cell-b'],
    ))

  it('of pandoc-crossref', () =>
    assert.deepEqual(
      labels(
        'pandoc',
        `# Head {#sec:x}\n\n![Flow](a.png){#fig:x}\n\n$$ y $$ {#eq:x}\n\n${TABLE}: Text {#tbl:x}\n\n\`\`\`{#lst:x .r}\n1\n\`\`\`\n`,
      ),
      ['section sec:x', 'figure fig:x', 'equation eq:x', 'table tbl:x', 'listing lst:x'],
    ))

  it('of TeX in the text, in equations and in raw blocks', () =>
    assert.deepEqual(
      labels('pandoc', '\\label{fig:a} text\n\n$$ x \\label{eq:b} $$\n\n```{=latex}\n\\label{tbl:c}\n```\n'),
      ['figure fig:a', 'equation eq:b', 'table tbl:c'],
    ))

  it('of Quarto: attributes, chunks, callouts and kinds of its own', () =>
    assert.deepEqual(
      labels(
        'quarto',
        `---\ncrossref:\n  custom:\n    - {kind: float, key: vid, reference-prefix: Video}\n---\n::: {#vid-a}\nx\n:::\n\n::: {#tip-b .callout-tip}\nx\n:::\n\n` +
          '```{r fig-c}\nplot(1)\n```\n\n```{python}\n#| label: tbl-d\n#| lst-label: lst-e\n1\n```\n\n' +
          `${TABLE}: Text {#tbl-f tbl-colwidths="[1,2]"}\n`,
      ),
      ['custom vid-a', 'callout tip-b', 'figure fig-c', 'table tbl-d', 'listing lst-e', 'table tbl-f'],
    ))

  it('of bookdown: captioned chunks, theorems, marked equations and text references', () =>
    assert.deepEqual(
      labels(
        'rmarkdown',
        '```{r flow, fig.cap="Flow"}\nplot(1)\n```\n\n```{r counts}\nknitr::kable(x, caption = "Counts")\n```\n\n```{r plain}\n1\n```\n\n' +
          '::: {.theorem #main}\nx\n:::\n\n\\begin{equation}\ny (\\#eq:y)\n\\end{equation}\n\n(ref:cap) A caption.\n\n# Head {#head}\n',
      ),
      [
        'figure fig:flow',
        'table tab:counts',
        'anchor main',
        'theorem thm:main',
        'equation eq:y',
        'custom ref:cap',
        'section head',
      ],
    ))
})

describe('cross-references', () => {
  it('of pandoc-crossref are citations in form, also at the beginning of a sentence', () =>
    assert.deepEqual(references('pandoc', '@Fig:x and [see @tbl:y; -@eq:z] but @fig-x.'), [
      'citation figure fig:x @Fig:x',
      'citation table tbl:y @tbl:y',
      'citation equation eq:z -@eq:z',
    ]))

  it('of Manubot begin in lower case', () =>
    assert.deepEqual(references('manubot', '{@fig:x}B and @Fig:y'), ['citation figure fig:x @fig:x']))

  it('of Quarto have its prefixes', () =>
    assert.deepEqual(references('quarto', '@fig-x, @Tbl-y, @nte-z, @smith-2020 and @fig:x'), [
      'citation figure fig-x @fig-x',
      'citation table tbl-y @Tbl-y',
      'citation callout nte-z @nte-z',
    ]))

  it('of bookdown stand in text and captions, but not in code', () =>
    assert.deepEqual(
      references(
        'rmarkdown',
        'See \\@ref(fig:flow) and \\@ref(head).\n\n```{r a, fig.cap="As \\\\@ref(tab:b)"}\n# \\@ref(fig:c)\n```\n\n`\\@ref(fig:d)`\n',
      ),
      [
        'bookdown figure fig:flow \\@ref(fig:flow)',
        'bookdown section head \\@ref(head)',
        'bookdown table tab:b \\\\@ref(tab:b)',
      ],
    ))

  it('of TeX may name several labels', () =>
    assert.deepEqual(references('pandoc', 'See \\cref{fig:a,tbl:b} and \\eqref{eq:c}.'), [
      'tex figure fig:a \\cref{fig:a,tbl:b}',
      'tex table tbl:b \\cref{fig:a,tbl:b}',
      'tex equation eq:c \\eqref{eq:c}',
    ]))
})
